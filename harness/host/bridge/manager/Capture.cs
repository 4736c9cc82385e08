namespace Olkconform.Bridge;

/// <summary>
/// What the account managers of this process are told and given: every call, and the helper that arrives at Init. A
/// client may call from any thread.
/// </summary>
/// <param name="vendor">How the account managers call what the client gives them.</param>
internal sealed class Capture(IVendorCall vendor)
{
    private readonly Lock guard = new();
    private readonly List<ManagerCall> calls = [];
    private AccountManagerClass? classObject;
    private nint helper;

    public IVendorCall Vendor => vendor;

    public nint ClassObject => (classObject ??= new AccountManagerClass(this)).Pointer;

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
