using System.Runtime.Versioning;

namespace Olkconform.Bridge;

/// <summary>The threads on which scripts run, one of each kind, made when first asked for.</summary>
[SupportedOSPlatform("windows")]
internal sealed class Apartments
{
    private readonly Dictionary<ApartmentKind, IApartment> made = [];

    public IApartment this[ApartmentKind kind]
    {
        get
        {
            if (!made.TryGetValue(kind, out IApartment? apartment))
            {
                apartment = kind switch
                {
                    ApartmentKind.Sta => new StaApartment(),
                    ApartmentKind.Mta => new MtaApartment(),
                    ApartmentKind.None => new BareThread(),
                    _ => throw new BridgeException($"No such apartment: {kind}."),
                };
                made.Add(kind, apartment);
            }

            return apartment;
        }
    }
}
