using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Olkconform.Bridge;

/// <summary>IOlkEnum over no accounts.</summary>
internal sealed unsafe class EmptyEnumeration() : ComObject(OwnVtable)
{
    public static readonly Guid Iid = new("9240a6c1-af41-11d2-8c3b-00104b2a6676");

    private const uint AtTheEnd = 1;

    /// <summary>GetCount, Reset, GetNext, Skip.</summary>
    private static readonly nint OwnVtable = MakeVtable(
        (nint)(delegate* unmanaged[Stdcall]<nint, uint*, uint>)&OnGetCount,
        (nint)(delegate* unmanaged[Stdcall]<nint, uint>)&OnReset,
        (nint)(delegate* unmanaged[Stdcall]<nint, nint*, uint>)&OnGetNext,
        (nint)(delegate* unmanaged[Stdcall]<nint, uint, uint>)&OnSkip);

    protected override Guid[] Interfaces => [Iid];

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvStdcall)])]
    private static uint OnGetCount(nint on, uint* count)
    {
        if (count is null)
        {
            return HResults.InvalidArgument;
        }

        *count = 0;
        return 0;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvStdcall)])]
    private static uint OnReset(nint on) => 0;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvStdcall)])]
    private static uint OnGetNext(nint on, nint* account)
    {
        if (account is null)
        {
            return HResults.InvalidArgument;
        }

        *account = 0;
        return AtTheEnd;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvStdcall)])]
    private static uint OnSkip(nint on, uint count) => 0;
}
