using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Olkconform.Bridge;

/// <summary>The class object of CLSID_OlkAccountManager: each CreateInstance makes a fresh account manager.</summary>
internal sealed unsafe class AccountManagerClass(Capture capture) : ComObject(OwnVtable)
{
    public static readonly Guid Clsid = new("ed475410-b0d6-11d2-8c3b-00104b2a6676");

    private const uint NoAggregation = 0x8004_0110;

    private static readonly nint OwnVtable = MakeVtable(
        (nint)(delegate* unmanaged[Stdcall]<nint, nint, Guid*, nint*, uint>)&OnCreateInstance,
        (nint)(delegate* unmanaged[Stdcall]<nint, int, uint>)&OnLockServer);

    protected override Guid[] Interfaces => [ComIds.ClassFactory];

    private uint CreateInstance(nint outer, Guid* iid, nint* result)
    {
        if (result is null)
        {
            return HResults.Pointer;
        }

        *result = 0;
        if (outer != 0)
        {
            return NoAggregation;
        }

        AccountManager manager = new(capture);
        uint hresult = manager.QueryInterface(iid, result);
        manager.Release();
        return hresult;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvStdcall)])]
    private static uint OnCreateInstance(nint on, nint outer, Guid* iid, nint* result) =>
        Of<AccountManagerClass>(on).CreateInstance(outer, iid, result);

    /// <summary>The harness stays in the process whoever asks for it.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvStdcall)])]
    private static uint OnLockServer(nint on, int isLock) => 0;
}
