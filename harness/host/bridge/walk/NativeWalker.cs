using static Olkconform.Bridge.WalkLayout;

namespace Olkconform.Bridge;

/// <summary>The walker of olkcall.dll, and what it needs of the provider, bound by name.</summary>
internal sealed unsafe class NativeWalker(ILibrary native, ILibrary provider)
{
    private readonly delegate* unmanaged[Stdcall]<Walk*, Explored*, int> explore =
        (delegate* unmanaged[Stdcall]<Walk*, Explored*, int>)native.RequireExport("OlkExplore");

    private readonly delegate* unmanaged[Stdcall]<void> forgetExplored =
        (delegate* unmanaged[Stdcall]<void>)native.RequireExport("OlkForgetExplored");

    private readonly delegate* unmanaged[Stdcall]<Walk*, TriedOut*, int> tryOut =
        (delegate* unmanaged[Stdcall]<Walk*, TriedOut*, int>)native.RequireExport("OlkTryOut");

    private readonly delegate* unmanaged[Stdcall]<void> forgetTried =
        (delegate* unmanaged[Stdcall]<void>)native.RequireExport("OlkForgetTried");

    private readonly delegate* unmanaged[Stdcall]<Walk*, Lives*, int> soak =
        (delegate* unmanaged[Stdcall]<Walk*, Lives*, int>)native.RequireExport("OlkSoak");

    private readonly delegate* unmanaged[Stdcall]<Walk*, Sample*, int> takeSample =
        (delegate* unmanaged[Stdcall]<Walk*, Sample*, int>)native.RequireExport("OlkTakeSample");

    private readonly delegate* unmanaged[Stdcall]<Walk*, Repeated*, int> repeat =
        (delegate* unmanaged[Stdcall]<Walk*, Repeated*, int>)native.RequireExport("OlkRepeatLetter");

    private readonly delegate* unmanaged[Stdcall]<int, nint> quiet =
        (delegate* unmanaged[Stdcall]<int, nint>)provider.RequireExport("OlkProviderQuiet");

    /// <summary>What of a walk is the provider's; from now on it keeps no events.</summary>
    public Walk Begin() => new()
    {
        Books = quiet(1),
        BeginAccount = provider.RequireExport("OlkProviderBegin"),
        OfferSession = provider.RequireExport("OlkProviderOfferSession"),
        Configure = provider.RequireExport("OlkProviderConfigure"),
    };

    public void End() => quiet(0);

    /// <summary>What was found lies there until it is forgotten.</summary>
    public void Explore(Walk* walk, Explored* explored) => RequireMemory(explore(walk, explored));

    public void ForgetExplored() => forgetExplored();

    /// <summary>What was found lies there until it is forgotten.</summary>
    public void TryOut(Walk* walk, TriedOut* tried) => RequireMemory(tryOut(walk, tried));

    public void ForgetTried() => forgetTried();

    public void Soak(Walk* walk, Lives* lives) => RequireMemory(soak(walk, lives));

    /// <returns>Null: something of it cannot be told at the moment.</returns>
    public Sample? TakeSample(Walk* walk)
    {
        Sample sample;
        return takeSample(walk, &sample) == 0 ? null : sample;
    }

    public void Repeat(Walk* walk, Repeated* repeated) => RequireMemory(repeat(walk, repeated));

    private static void RequireMemory(int answer)
    {
        if (answer == 0)
        {
            throw new BridgeException("There is no memory for what is to be walked.");
        }
    }
}
