using System.Runtime.InteropServices;

namespace Olkconform.Bridge;

/// <summary>
/// Has each helper made in its home apartment, and handed over to the single-threaded one that asks for it. An object that
/// answers IMarshal is marshalled by COM: with the free-threaded marshaler its own pointer arrives. One that answers
/// IAgileObject alone may be called from everywhere, so its pointer is handed over as it is, which is what Windows does
/// from version 8 on; Wine would make a proxy of it. Any other belongs to the apartment that made it: IOlkAccountHelper
/// has no proxy.
/// </summary>
/// <param name="made">How helpers are made.</param>
/// <param name="home">Where.</param>
/// <param name="machine">The system.</param>
internal sealed unsafe class CrossingActivation(IActivation made, OtherThread home, IMachine machine) : IActivation
{
    public bool Captures => made.Captures;

    /// <exception cref="StayedException">There is a helper, and it must stay where it is.</exception>
    public uint Create(nint profile, nint session, nint helper)
    {
        nint untouched = *(nint*)helper;
        uint hresult = AtHome(_ => made.Create(profile, session, helper));
        nint original = *(nint*)helper;
        if (original != 0 && original != untouched && (Captures || HResults.Succeeded(hresult)))
        {
            *(nint*)helper = HandOver(original);
        }

        return hresult;
    }

    public ManagerCall[] TakeManagerCalls() => made.TakeManagerCalls();

    public RecordedCall[]? TakeRecorded() => made.TakeRecorded();

    /// <returns>What may be called here. It comes with the one reference that the original came with.</returns>
    private nint HandOver(nint original)
    {
        bool marshals = false;
        bool isAgile = false;
        nint identity = 0;
        nint stream = 0;
        uint hresult = AtHome(call =>
        {
            marshals = Ask(call, original, ComIds.Marshal) != 0;
            isAgile = Ask(call, original, ComIds.AgileObject) != 0;
            identity = Ask(call, original, ComIds.Unknown);
            return marshals ? machine.MarshalUnknown(original, out stream) : 0;
        });
        if (!marshals)
        {
            return isAgile ? original : throw Stay(original, "it answers neither IMarshal nor IAgileObject");
        }

        if (!HResults.Succeeded(hresult))
        {
            throw Stay(original, $"CoMarshalInterThreadInterfaceInStream answered 0x{hresult:X8}");
        }

        hresult = machine.UnmarshalUnknown(stream, out nint arrived);
        if (!HResults.Succeeded(hresult))
        {
            throw Stay(original, $"CoGetInterfaceAndReleaseStream answered 0x{hresult:X8}");
        }

        if (arrived != identity)
        {
            Marshal.Release(arrived);
            throw Stay(original, "its IMarshal has COM make a proxy, and IOlkAccountHelper has none");
        }

        ReleaseAtHome(original);
        return arrived;
    }

    /// <returns>The interface's pointer, to be compared only: it is released; 0: there is none.</returns>
    private static nint Ask(IVendorCall call, nint unknown, Guid iid)
    {
        nint found = 0;
        uint hresult = Vtable.QueryInterface(call, unknown, iid, (nint)(&found));
        if (!HResults.Succeeded(hresult) || found == 0)
        {
            return 0;
        }

        Vtable.Release(call, found);
        return found;
    }

    private StayedException Stay(nint original, string why)
    {
        ReleaseAtHome(original);
        return new StayedException(why);
    }

    private void ReleaseAtHome(nint original) => AtHome(call => Vtable.Release(call, original));

    private uint AtHome(Func<IVendorCall, uint> work)
    {
        NativeCall call = home.Call;
        return home.Do(() => call.Make(() => work(call.Vendor)));
    }
}
