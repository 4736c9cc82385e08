using System.Runtime.Versioning;

namespace Olkconform.Bridge;

/// <summary>
/// The threads on which scripts run, one of each kind. The first thread with a message loop takes Windows a while, and
/// there is no run without one, so it is made at once; the others when they are first asked for.
/// </summary>
[SupportedOSPlatform("windows")]
internal sealed class Apartments
{
    private readonly StaApartment sta = new("sta");
    private MtaApartment? mta;
    private MtaApartment? secondMta;
    private BareThread? none;
    private StaApartment? secondSta;

    /// <summary>The first apartment: the DLL is loaded there, and so is COM's main apartment.</summary>
    public IHomeApartment Home => sta;

    private StaApartment SecondSta => secondSta ??= new StaApartment("second sta");

    /// <summary>Another thread of the same kind: for `sta` an apartment of its own, for `mta` one that shares it.</summary>
    public IHomeApartment Beside(ApartmentKind kind) => kind switch
    {
        ApartmentKind.Sta => SecondSta,
        ApartmentKind.Mta => secondMta ??= new MtaApartment(),
        _ => throw new BridgeException($"There is one thread of the kind {kind}."),
    };

    public IApartment this[ApartmentKind kind] => kind switch
    {
        ApartmentKind.Sta => sta,
        ApartmentKind.Mta => mta ??= new MtaApartment(),
        ApartmentKind.None => none ??= new BareThread(),
        ApartmentKind.SecondSta => SecondSta,
        _ => throw new BridgeException($"No such apartment: {kind}."),
    };
}
