namespace Olkconform.Bridge.Tests;

/// <summary>A provider that a test tells what it has seen.</summary>
internal sealed class FakeProvider : IProvider
{
    public const nint Offered = 0x0FFE_0ED0;

    public int Begun { get; private set; }

    public int Ended { get; private set; }

    public bool CountsCalls { get; set; } = true;

    public int Offers { get; private set; }

    public ProviderPlan Plan { get; private set; }

    public List<SessionCounters> Known { get; } = [];

    public List<ProviderEvent> Received { get; } = [];

    public Dictionary<nint, uint> Ids { get; } = new() { [Offered] = 1 };

    public void Begin() => Begun++;

    public void End() => Ended++;

    public void Configure(ProviderPlan plan) => Plan = plan;

    public nint OfferSession(string profile)
    {
        Offers++;
        return Offered;
    }

    public ProviderCounters Counters() => new()
    {
        Initializes = 11,
        Uninitializes = 12,
        Logons = 13,
        FailedLogons = 14,
        Sessions = (uint)Known.Count,
        Events = (uint)Received.Count,
    };

    public SessionCounters[] Sessions(uint count) => [.. Known.Take((int)count)];

    public ProviderEvent[] Events(uint first, uint count) => [.. Received.Skip((int)first).Take((int)count)];

    public uint SessionId(nint pointer) => Ids.GetValueOrDefault(pointer);

    public void Receive(ProviderEventKind kind, uint session, string text)
    {
        ProviderEvent received = new() { Kind = kind, Session = session, Answer = 5, Flags = 6 };
        received.Text.Value = text;
        Received.Add(received);
    }
}
