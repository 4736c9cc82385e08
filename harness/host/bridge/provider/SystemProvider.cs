namespace Olkconform.Bridge;

/// <summary>
/// The machine's own MAPI, which counts nothing for us. Of each session that is seen the references are asked for, by AddRef
/// and Release. The harness holds some of its own on each of them, so that one that is released too often can be asked still.
/// </summary>
/// <param name="mapi">The machine's.</param>
/// <param name="call">How sessions are called.</param>
/// <param name="profile">What the harness's own sessions are logged on to, whatever name a script's helper is told.</param>
internal sealed class SystemProvider(IMapi mapi, IVendorCall call, string profile) : IProvider
{
    /// <summary>So many releases too many are survived.</summary>
    private const uint Held = 64;

    /// <summary>IMAPISession::Logoff.</summary>
    private const int LogoffSlot = 17;

    private readonly List<Session> sessions = [];

    /// <summary>
    /// Sessions of former scripts that somebody holds still: what becomes of them is not the account of a later one. The
    /// harness keeps a reference on each, so that no other session can come to lie there.
    /// </summary>
    private readonly HashSet<nint> former = [];

    /// <summary>By which a session of this MAPI is known; 0: they do not tell their references.</summary>
    private nint vtable;
    private bool isInitialized;

    public bool CountsCalls => false;

    /// <summary>Logs on and off once, before all else.</summary>
    public MapiRefusal? TryOut()
    {
        uint answer = mapi.Initialize();
        if (!HResults.Succeeded(answer))
        {
            return new MapiRefusal("initialize", answer);
        }

        answer = mapi.LogOn(profile, out nint session);
        bool isLoggedOn = HResults.Succeeded(answer) && session != 0;
        if (isLoggedOn)
        {
            vtable = TellsReferences(session) ? mapi.VtableOf(session) : 0;
            mapi.Pin(vtable);
            LogOff(session);
            Vtable.Release(call, session);
        }

        mapi.Uninitialize();
        return isLoggedOn ? null : new MapiRefusal("logon", answer);
    }

    public void Begin() => End();

    /// <summary>Lets go of what the harness holds, and logs its own sessions off.</summary>
    public void End()
    {
        foreach (Session session in sessions)
        {
            LetGo(session);
        }

        sessions.Clear();
        if (isInitialized)
        {
            isInitialized = false;
            mapi.Uninitialize();
        }
    }

    public void Configure(ProviderPlan plan) => throw new AbsentException("the machine's own MAPI cannot be made to fail");

    public nint OfferSession(string profileOfHelper)
    {
        uint answer = Initialize();
        nint session = 0;
        answer = HResults.Succeeded(answer) ? mapi.LogOn(profile, out session) : answer;
        if (!HResults.Succeeded(answer) || session == 0)
        {
            throw new AbsentException($"the machine's own MAPI answered 0x{answer:X8} when the harness logged on");
        }

        Learn(session, SessionOrigin.Offered);
        return session;
    }

    public ProviderCounters Counters() => new() { Sessions = vtable == 0 ? 0 : (uint)sessions.Count };

    public SessionCounters[] Sessions(uint count) => [.. sessions.Take((int)count).Select(Look)];

    public ProviderEvent[] Events(uint first, uint count) => [];

    /// <summary>
    /// A session that the harness did not make has come out of a logon. An object of the helper's own around one has another
    /// vtable than this MAPI's sessions have, and is not taken for one.
    /// </summary>
    public uint SessionId(nint pointer)
    {
        if (vtable == 0 || former.Contains(pointer))
        {
            return 0;
        }

        Session? known = sessions.Find(each => each.Pointer == pointer);
        if (known is null && mapi.VtableOf(pointer) == vtable && HResults.Succeeded(Initialize()))
        {
            known = Learn(pointer, SessionOrigin.Logon);
        }

        return known?.Id ?? 0;
    }

    /// <summary>As long as the harness holds references MAPI has to be there for it, too.</summary>
    private uint Initialize()
    {
        uint answer = isInitialized ? 0 : mapi.Initialize();
        isInitialized = HResults.Succeeded(answer);
        return answer;
    }

    private Session Learn(nint pointer, SessionOrigin origin)
    {
        for (uint taken = 0; taken < Held; taken++)
        {
            Vtable.AddRef(call, pointer);
        }

        Session learnt = new(pointer, (uint)sessions.Count + 1, origin);
        sessions.Add(learnt);
        return learnt;
    }

    private SessionCounters Look(Session session)
    {
        uint all = Ask(session.Pointer);
        session.OverReleases = Math.Max(session.OverReleases, all < Held ? Held - all : 0);
        return new SessionCounters
        {
            Id = session.Id,
            Origin = session.Origin,
            References = all + session.OverReleases - Held,
            OverReleases = session.OverReleases,
        };
    }

    private void LetGo(Session session)
    {
        bool isOwn = session.Origin == SessionOrigin.Offered;
        if (isOwn)
        {
            LogOff(session.Pointer);
        }

        uint all = Ask(session.Pointer);
        uint own = Math.Min(all, isOwn ? Held + 1 : Held);
        bool isHeldByOthers = all > own;
        if (isHeldByOthers)
        {
            former.Add(session.Pointer);
        }

        for (uint released = isHeldByOthers ? 1u : 0; released < own; released++)
        {
            Vtable.Release(call, session.Pointer);
        }
    }

    private bool TellsReferences(nint session)
    {
        uint one = Vtable.AddRef(call, session);
        uint two = Vtable.AddRef(call, session);
        uint back = Vtable.Release(call, session);
        return two == one + 1 && back == one && Vtable.Release(call, session) == one - 1;
    }

    private uint Ask(nint session)
    {
        Vtable.AddRef(call, session);
        return Vtable.Release(call, session);
    }

    private void LogOff(nint session) => Vtable.Method(call, session, LogoffSlot);

    private sealed class Session(nint pointer, uint id, SessionOrigin origin)
    {
        public nint Pointer => pointer;

        public uint Id => id;

        public SessionOrigin Origin => origin;

        public uint OverReleases { get; set; }
    }
}
