using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Olkconform.Bridge;

/// <summary>
/// Stands in front of the class object of the account manager that is installed on this machine. An account manager is
/// made by that class, and all of its methods stay its own but Init, whose place in its vtable is taken: it is passed the
/// proxy of the helper that arrives.
/// </summary>
internal sealed unsafe class RecordingManagerClass(Recorder recorder, nint installed, IMachine machine)
    : ComObject(OwnVtable)
{
    public const int InitSlot = 4;

    private static readonly nint OwnVtable = MakeVtable(
        (nint)(delegate* unmanaged[Stdcall]<nint, nint, Guid*, nint*, uint>)&OnCreateInstance,
        (nint)(delegate* unmanaged[Stdcall]<nint, int, uint>)&OnLockServer);

    private static readonly nint OwnInit = (nint)(delegate* unmanaged[Stdcall]<nint, nint, uint, uint>)&OnInit;

    /// <summary>By vtable: whose Init it was. All account managers of a process share one, or a few.</summary>
    private static readonly Dictionary<nint, (nint Init, Recorder Recorder)> Taken = [];

    private readonly PlainVendorCall call = new();

    protected override Guid[] Interfaces => [ComIds.ClassFactory];

    private uint CreateInstance(nint outer, Guid* iid, nint* result)
    {
        uint answer = Vtable.Method(call, installed, 3, outer, (nint)iid, (nint)result);
        nint manager = 0;
        if (HResults.Succeeded(answer)
            && HResults.Succeeded(Vtable.QueryInterface(call, *result, AccountManager.Iid, (nint)(&manager))))
        {
            TakeInit(manager);
            Vtable.Release(call, manager);
        }

        return answer;
    }

    private void TakeInit(nint manager)
    {
        nint vtable = *(nint*)manager;
        lock (Taken)
        {
            if (Vtable.Slot(manager, InitSlot) != OwnInit)
            {
                Taken[vtable] = (Vtable.Slot(manager, InitSlot), recorder);
                machine.WriteCode(vtable + (InitSlot * sizeof(nint)), OwnInit);
            }
        }
    }

    private static uint Init(nint manager, nint helper, uint flags)
    {
        nint init;
        Recorder recorder;
        lock (Taken)
        {
            (init, recorder) = Taken[*(nint*)manager];
        }

        return unchecked((uint)new PlainVendorCall().Enter(
            init, manager, helper == 0 ? 0 : recorder.ProxyOf(helper), (nint)flags));
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvStdcall)])]
    private static uint OnCreateInstance(nint on, nint outer, Guid* iid, nint* result) =>
        Of<RecordingManagerClass>(on).CreateInstance(outer, iid, result);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvStdcall)])]
    private static uint OnLockServer(nint on, int isLock) => 0;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvStdcall)])]
    private static uint OnInit(nint on, nint helper, uint flags) => Init(on, helper, flags);
}
