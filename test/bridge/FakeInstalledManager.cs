using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Olkconform.Bridge.Tests;

/// <summary>The class of an account manager that is installed, which asks a helper for its session as soon as it arrives.</summary>
internal sealed unsafe class FakeInstalledManager() : ComObject(OwnVtable)
{
    private static readonly nint OwnVtable =
        MakeVtable((nint)(delegate* unmanaged[Stdcall]<nint, nint, Guid*, nint*, uint>)&OnCreateInstance);

    protected override Guid[] Interfaces => [ComIds.ClassFactory];

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvStdcall)])]
    private static uint OnCreateInstance(nint on, nint outer, Guid* iid, nint* result)
    {
        Manager manager = new();
        uint answer = manager.QueryInterface(iid, result);
        manager.Release();
        return answer;
    }

    private sealed class Manager() : ComObject(ManagerVtable)
    {
        private static readonly nint ManagerVtable = MakeVtable(
            (nint)(delegate* unmanaged[Stdcall]<nint, uint, nint*, uint>)&OnGetLastError,
            (nint)(delegate* unmanaged[Stdcall]<nint, nint, uint, uint>)&OnInit);

        protected override Guid[] Interfaces => [AccountManager.Iid];

        [UnmanagedCallersOnly(CallConvs = [typeof(CallConvStdcall)])]
        private static uint OnGetLastError(nint on, uint hresult, nint* text) => 7;

        [UnmanagedCallersOnly(CallConvs = [typeof(CallConvStdcall)])]
        private static uint OnInit(nint on, nint helper, uint flags)
        {
            PlainVendorCall call = new();
            nint session = 0;
            return helper == 0 ? HResults.Pointer : Vtable.GetMapiSession(call, helper, (nint)(&session)) + flags;
        }
    }
}
