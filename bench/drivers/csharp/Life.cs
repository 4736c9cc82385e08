using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Olkconform.Bench.Com;

/// <summary>
/// One sequence of calls on a fresh helper that makes its own session, with what the documents say about each call
/// checked after it: as one writes such a test by hand.
/// </summary>
[SupportedOSPlatform("windows")]
internal sealed class Life
{
    /// <summary>Beyond this a sequence has more sessions than a life keeps account of.</summary>
    public const int Deepest = 15;

    private const string Profile = "Conformance";
    private const char Untouched = '\uA5A5';
    private const int Ok = 0;
    private const int NotImplemented = unchecked((int)0x8000_4001);
    private const int OutOfMemory = unchecked((int)0x8007_000E);

    private static readonly Guid IidOfUnknown = new("00000000-0000-0000-c000-000000000046");

    private readonly CreateHelper create;
    private readonly List<Helper> helpers = [];
    private readonly List<(nint Pointer, Session Session)> held = [];
    private readonly List<Session> sessions = [];
    private readonly SessionCounters[] books = new SessionCounters[Deepest + 1];
    private int current;
    private int initializes;
    private int uninitializes;

    public Life(CreateHelper create)
    {
        this.create = create;
        Provider.Begin();
        AddHelper();
        CheckBooks();
    }

    private Helper Current => helpers[current];

    public void Call(char letter)
    {
        switch (letter)
        {
            case 'i':
                Identity(256);
                break;
            case 's':
                Identity(1);
                break;
            case 'g':
                MapiSession();
                break;
            case 'n':
                ReleaseHeld(held.Count - 1);
                break;
            case 'o':
                ReleaseHeld(0);
                break;
            case 'h':
                Assert.Equal(Ok, Current.Interface.HandsOffSession());
                CloseSession(Current);
                break;
            case 'p':
                Assert.Equal(NotImplemented, Current.Interface.Placeholder1(0));
                break;
            case 'q':
                Query();
                break;
            default:
                OtherHelper();
                break;
        }

        CheckBooks();
    }

    /// <summary>The client lets everything go: its sessions, then its helpers, each newest first.</summary>
    public void End()
    {
        while (held.Count > 0)
        {
            ReleaseHeld(held.Count - 1);
        }

        for (int index = helpers.Count - 1; index >= 0; index--)
        {
            Helper helper = helpers[index];
            Assert.Equal(0, Marshal.FinalReleaseComObject(helper.Interface));
            CloseSession(helper);
        }

        CheckBooks();
        Assert.Equal(initializes, uninitializes);
        Assert.All(sessions, session => Assert.Equal((0, 1), (session.References, session.Logoffs)));
    }

    private void AddHelper()
    {
        Assert.Equal(Ok, create(Profile, 0, out nint made));
        helpers.Add(new Helper((IOlkAccountHelper)Marshal.GetUniqueObjectForIUnknown(made)));
        Marshal.Release(made);
    }

    private void Identity(uint capacity)
    {
        char[] buffer = new char[256];
        buffer[0] = Untouched;
        uint size = capacity;
        int answer = Current.Interface.GetIdentity(buffer, ref size);
        Assert.Equal(Profile.Length + 1, (int)size);
        if (capacity < size)
        {
            Assert.Equal(OutOfMemory, answer);
            Assert.Equal(Untouched, buffer[0]);
        }
        else
        {
            Assert.Equal(Ok, answer);
            Assert.Equal(Profile, new string(buffer, 0, (int)size - 1));
        }
    }

    private void MapiSession()
    {
        Assert.Equal(Ok, Current.Interface.GetMapiSession(out nint pointer));
        Assert.NotEqual(0, pointer);
        if (Current.Session is not Session session)
        {
            session = new Session { References = 1 };
            sessions.Add(session);
            Current.Session = session;
            initializes++;
        }

        session.References++;
        held.Add((pointer, session));
    }

    private void ReleaseHeld(int which)
    {
        if (held.Count == 0)
        {
            return;
        }

        (nint pointer, Session session) = held[which];
        held.RemoveAt(which);
        session.References--;
        Assert.Equal(session.References, Marshal.Release(pointer));
    }

    private void CloseSession(Helper helper)
    {
        if (helper.Session is Session session)
        {
            session.References--;
            session.Logoffs++;
            uninitializes++;
            helper.Session = null;
        }
    }

    /// <summary>What Release returns cannot be checked: the wrapper holds references of its own.</summary>
    private void Query()
    {
        nint pointer = Marshal.GetIUnknownForObject(Current.Interface);
        Assert.Equal(Ok, Marshal.QueryInterface(pointer, IidOfUnknown, out nint unknown));
        Marshal.Release(unknown);
        Marshal.Release(pointer);
    }

    private void OtherHelper()
    {
        if (helpers.Count == 1)
        {
            AddHelper();
        }

        current = 1 - current;
    }

    private void CheckBooks()
    {
        Provider.Counters(out ProviderCounters counters);
        Assert.Equal(initializes, (int)counters.Initializes);
        Assert.Equal(uninitializes, (int)counters.Uninitializes);
        Assert.Equal(sessions.Count, (int)counters.Logons);
        Assert.Equal(0, (int)counters.FailedLogons);
        Assert.Equal(sessions.Count, (int)Provider.Sessions(0, books, (uint)books.Length));
        for (int index = 0; index < sessions.Count; index++)
        {
            Assert.Equal(sessions[index].References, (int)books[index].References);
            Assert.Equal(sessions[index].Logoffs, (int)books[index].Logoffs);
            Assert.Equal(0, (int)books[index].OverReleases);
            Assert.Equal(0, (int)books[index].CallsAfterRelease);
        }
    }

    private sealed class Helper(IOlkAccountHelper callable)
    {
        public IOlkAccountHelper Interface => callable;

        /// <summary>The one that it has open.</summary>
        public Session? Session { get; set; }
    }

    private sealed class Session
    {
        public int References { get; set; }

        public int Logoffs { get; set; }
    }
}
