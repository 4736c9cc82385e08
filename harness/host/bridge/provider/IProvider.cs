namespace Olkconform.Bridge;

/// <summary>MAPI as scripts are recorded by it: in general the instrumented one, as fixtures/provider/control.h exports it.</summary>
internal interface IProvider
{
    /// <summary>False: nobody knows which calls MAPI received, only what sessions tell of themselves.</summary>
    bool CountsCalls => true;

    void Begin();

    /// <summary>The script is at its end.</summary>
    void End()
    {
    }

    void Configure(ProviderPlan plan);

    /// <summary>A session of origin `offered` with one reference, the caller's.</summary>
    nint OfferSession(string profile);

    ProviderCounters Counters();

    SessionCounters[] Sessions(uint count);

    ProviderEvent[] Events(uint first, uint count);

    /// <summary>0 when the pointer is none of the provider's sessions. The pointer is not touched.</summary>
    uint SessionId(nint pointer);
}
