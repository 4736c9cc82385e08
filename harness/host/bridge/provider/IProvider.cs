namespace Olkconform.Bridge;

/// <summary>The instrumented MAPI provider, as fixtures/provider/control.h exports it.</summary>
internal interface IProvider
{
    void Begin();

    void Configure(ProviderPlan plan);

    /// <summary>A session of origin `offered` with one reference, the caller's.</summary>
    nint OfferSession(string profile);

    ProviderCounters Counters();

    SessionCounters[] Sessions(uint count);

    ProviderEvent[] Events(uint first, uint count);

    /// <summary>0 when the pointer is none of the provider's sessions. The pointer is not touched.</summary>
    uint SessionId(nint pointer);
}
