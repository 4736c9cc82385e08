using System.Runtime.Versioning;

namespace Olkconform.Bridge;

/// <summary>
/// What edge-js calls: one JSON text in, one out. Results are in the journal, so the answer says no more than that the
/// request has been carried out; whatever is the harness's own fault is an exception, which arrives in Node as an error.
/// </summary>
[SupportedOSPlatform("windows")]
public sealed class Startup
{
    private const string Done = "{}";

    private readonly Apartments apartments = new();
    private Host? host;

    public async Task<object> Invoke(object input)
    {
        switch (RequestReader.Read((string)input))
        {
            case OpenRequest open when host is null:
                await apartments[ApartmentKind.Sta].Run(() => host = Host.Open(open)).ConfigureAwait(false);
                break;
            case RunRequest run when host is not null:
                await apartments[run.Script.Apartment].Run(() => host.Run(run)).ConfigureAwait(false);
                break;
            case OpenRequest:
                throw new BridgeException("A DLL is open already: a child opens one.");
            default:
                throw new BridgeException("No DLL is open: `open` comes before `run`.");
        }

        return Done;
    }
}
