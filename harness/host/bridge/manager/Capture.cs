namespace Olkconform.Bridge;

/// <summary>
/// What the account managers of this process are told and given: every call, and the helper that arrives at Init. A
/// client may call from any thread.
/// </summary>
/// <param name="vendor">How the account managers call what the client gives them.</param>
/// <param name="recorded">Whose account manager the helper is recorded in front of, if it is.</param>
/// <param name="recorder">What records it.</param>
internal sealed class Capture(IVendorCall vendor, RecordedManager? recorded = null, Recorder? recorder = null)
{
    private readonly Lock guard = new();
    private readonly List<ManagerCall> calls = [];
    private ComObject? classObject;
    private nint helper;

    public IVendorCall Vendor => vendor;

    public Recorder? Recorder => recorder;

    /// <summary>What COM is to hand out for CLSID_OlkAccountManager.</summary>
    public nint ClassObject(IMachine machine) => (classObject ??= MakeClassObject(machine)).Pointer;

    /// <summary>What an account manager is to call in place of the helper that arrives.</summary>
    public nint Arrive(nint arrived) => arrived == 0 || recorder is null ? arrived : recorder.ProxyOf(arrived);

    /// <summary>Before the vendor's code is asked for a helper: one that came unasked is not it.</summary>
    public void Begin() => TakeHelper();

    /// <summary>The helper of the first Init since, with the reference that came with it; NULL when there was none.</summary>
    public nint TakeHelper()
    {
        lock (guard)
        {
            nint taken = helper;
            helper = 0;
            return taken;
        }
    }

    public ManagerCall[] TakeCalls()
    {
        lock (guard)
        {
            ManagerCall[] taken = [.. calls];
            calls.Clear();
            return taken;
        }
    }

    public void Tell(ManagerCall call)
    {
        lock (guard)
        {
            calls.Add(call);
        }
    }

    private ComObject MakeClassObject(IMachine machine)
    {
        if (recorder is null || recorded is not RecordedManager.Installed)
        {
            return new AccountManagerClass(this);
        }

        uint answer = machine.FindClass(AccountManagerClass.Clsid, out nint installed);
        return HResults.Succeeded(answer)
            ? new RecordingManagerClass(recorder, installed, machine)
            : throw new AbsentException($"no account manager is installed here: CoGetClassObject answered 0x{answer:X8}");
    }

    /// <returns>True when the helper is kept, and a reference with it.</returns>
    public bool Offer(nint arrived)
    {
        lock (guard)
        {
            bool isFirst = helper == 0;
            helper = isFirst ? arrived : helper;
            return isFirst;
        }
    }
}
