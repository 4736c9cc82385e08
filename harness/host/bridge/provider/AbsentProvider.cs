namespace Olkconform.Bridge;

/// <summary>MAPI is the machine's own: nothing of it is counted.</summary>
internal sealed class AbsentProvider : IProvider
{
    public void Begin()
    {
    }

    public void Configure(ProviderPlan plan) => throw new AbsentException("the machine's own MAPI cannot be made to fail");

    public nint OfferSession(string profile) => throw new AbsentException("the machine's own MAPI offers no session");

    public ProviderCounters Counters() => default;

    public SessionCounters[] Sessions(uint count) => [];

    public ProviderEvent[] Events(uint first, uint count) => [];

    public uint SessionId(nint pointer) => 0;
}
