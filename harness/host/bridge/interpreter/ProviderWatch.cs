namespace Olkconform.Bridge;

/// <summary>Reads the provider after each step: its totals, and the calls it has received since the last look.</summary>
internal sealed class ProviderWatch(IProvider provider)
{
    private uint seen;

    public ProviderState Look()
    {
        ProviderCounters counters = provider.Counters();
        ProviderEvent[] events = provider.Events(seen, counters.Events - seen);
        seen = counters.Events;
        return new ProviderState(counters, provider.Sessions(counters.Sessions), events, provider.CountsCalls);
    }
}

/// <summary>The provider right after a step.</summary>
internal sealed record ProviderState(
    ProviderCounters Counters, SessionCounters[] Sessions, ProviderEvent[] Events, bool CountsCalls = true);
