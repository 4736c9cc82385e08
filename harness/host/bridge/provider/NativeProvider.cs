namespace Olkconform.Bridge;

/// <summary>The provider's exports, bound by name.</summary>
internal sealed unsafe class NativeProvider(ILibrary library) : IProvider
{
    private readonly delegate* unmanaged[Stdcall]<void> begin =
        (delegate* unmanaged[Stdcall]<void>)library.RequireExport("OlkProviderBegin");

    private readonly delegate* unmanaged[Stdcall]<ProviderPlan*, void> configure =
        (delegate* unmanaged[Stdcall]<ProviderPlan*, void>)library.RequireExport("OlkProviderConfigure");

    private readonly delegate* unmanaged[Stdcall]<char*, nint*, uint> offerSession =
        (delegate* unmanaged[Stdcall]<char*, nint*, uint>)library.RequireExport("OlkProviderOfferSession");

    private readonly delegate* unmanaged[Stdcall]<ProviderCounters*, void> counters =
        (delegate* unmanaged[Stdcall]<ProviderCounters*, void>)library.RequireExport("OlkProviderCounters");

    private readonly delegate* unmanaged[Stdcall]<uint, SessionCounters*, uint, uint> sessions =
        (delegate* unmanaged[Stdcall]<uint, SessionCounters*, uint, uint>)library.RequireExport("OlkProviderSessions");

    private readonly delegate* unmanaged[Stdcall]<uint, ProviderEvent*, uint, uint> events =
        (delegate* unmanaged[Stdcall]<uint, ProviderEvent*, uint, uint>)library.RequireExport("OlkProviderEvents");

    private readonly delegate* unmanaged[Stdcall]<nint, uint> sessionId =
        (delegate* unmanaged[Stdcall]<nint, uint>)library.RequireExport("OlkProviderSessionId");

    public void Begin() => begin();

    public void Configure(ProviderPlan plan) => configure(&plan);

    public nint OfferSession(string profile)
    {
        nint session = 0;
        uint hresult;
        fixed (char* text = profile)
        {
            hresult = offerSession(text, &session);
        }

        return hresult == 0 && session != 0
            ? session
            : throw new BridgeException($"The MAPI provider did not offer a session: HRESULT 0x{hresult:X8}.");
    }

    public ProviderCounters Counters()
    {
        ProviderCounters totals;
        counters(&totals);
        return totals;
    }

    public SessionCounters[] Sessions(uint count)
    {
        SessionCounters[] copied = new SessionCounters[count];
        fixed (SessionCounters* target = copied)
        {
            RequireAll(sessions(0, target, count), count);
        }

        return copied;
    }

    public ProviderEvent[] Events(uint first, uint count)
    {
        ProviderEvent[] copied = new ProviderEvent[count];
        fixed (ProviderEvent* target = copied)
        {
            RequireAll(events(first, target, count), count);
        }

        return copied;
    }

    public uint SessionId(nint pointer) => sessionId(pointer);

    private static void RequireAll(uint copied, uint count)
    {
        if (copied != count)
        {
            throw new BridgeException($"The MAPI provider counted {count} entries and gave {copied}.");
        }
    }
}
