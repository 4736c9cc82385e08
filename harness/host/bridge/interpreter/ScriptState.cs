namespace Olkconform.Bridge;

/// <summary>
/// What a script has come to know: its objects, its names for addresses, what a helper has reported, and what the provider
/// refuses and the DLL has registered by its steps. It is one for all threads on which they are done.
/// </summary>
internal sealed class ScriptState(string profile, IProvider provider, ScriptMemory memory) : IDisposable
{
    private readonly Dictionary<string, nint> objects = [];
    private readonly PointerNames names = new(memory.Sentinel);
    private readonly Dictionary<SessionArgument, nint> offered = [];

    public string Profile { get; } = profile;

    public ScriptMemory Memory { get; } = memory;

    /// <summary>What GetIdentity left in `*pcch` the last time.</summary>
    public uint? Reported { get; set; }

    /// <summary>What the steps that configure the provider have come to.</summary>
    public ProviderPlan Plan { get; set; }

    /// <summary>Lasts as long as the script. Null: no step has needed one.</summary>
    public IRedirectedRegistry? Registry { get; set; }

    public void Dispose() => Registry?.Dispose();

    /// <summary>The harness's own sessions, each one for all its `create` steps. Their first references are kept, not released.</summary>
    public nint Session(SessionArgument which)
    {
        if (which == SessionArgument.Withheld)
        {
            return 0;
        }

        if (!offered.TryGetValue(which, out nint session))
        {
            session = provider.OfferSession(Profile);
            offered.Add(which, session);
        }

        return session;
    }

    public bool TryFind(string name, out nint pointer) => objects.TryGetValue(name, out pointer);

    /// <summary>Before a call that may yield an object of that name: no later step shall take an older one for it.</summary>
    private void Unbind(string? name)
    {
        if (name is not null)
        {
            objects.Remove(name);
        }
    }

    /// <summary>Binds a name to what a call yielded, if it succeeded and the out-pointer holds an object.</summary>
    private void Bind(string? name, uint hresult, nint pointer)
    {
        if (name is not null && HResults.Succeeded(hresult) && pointer != 0 && pointer != Memory.Sentinel)
        {
            objects[name] = pointer;
        }
    }

    /// <summary>A call whose last argument is an out-pointer for an interface.</summary>
    /// <param name="call">Makes the call.</param>
    /// <param name="argument">Where the out-pointer is to lie.</param>
    /// <param name="name">The name to bind what the call yields to, if any.</param>
    /// <param name="method">The call, given the out-pointer's address.</param>
    /// <param name="evenIfFailed">True: what the out-pointer holds is an object whatever the HRESULT.</param>
    public Returned Pointer(
        NativeCall call, OutArgument argument, string? name, Func<nint, uint> method, bool evenIfFailed = false)
    {
        LentMemory? cell = argument == OutArgument.Memory ? Memory.LendPointer() : null;
        Unbind(name);
        uint hresult = call.Make(() => method(cell?.Address ?? 0));
        if (cell is null)
        {
            return new Returned { HResult = hresult };
        }

        Bind(name, evenIfFailed ? 0 : hresult, cell.Pointer);
        return new Returned
        {
            HResult = hresult,
            Out = Observe(cell.Pointer),
            MemoryChanged = cell.SurroundingsChanged,
        };
    }

    public OutPointer Observe(nint pointer)
    {
        uint session = pointer == 0 || pointer == Memory.Sentinel ? 0 : provider.SessionId(pointer);
        return new OutPointer(names.Of(pointer), session == 0 ? null : session);
    }
}
