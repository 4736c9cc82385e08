using System.Runtime.Versioning;

namespace Olkconform.Bridge;

/// <summary>
/// What edge-js calls: a request as JSON in, the event that tells of its end out. Results are in the journal; whatever is
/// the harness's own fault is an exception, which arrives in Node as an error.
/// </summary>
[SupportedOSPlatform("windows")]
public sealed class Startup
{
    private readonly Apartments apartments = new();
    private Host? host;

    /// <summary>The first thread with a message loop takes Windows a while; it is made while the controller hears that we are ready.</summary>
    public Startup() => _ = apartments[ApartmentKind.Sta];

    public async Task<object> Invoke(object input)
    {
        switch (RequestReader.Read((string)input))
        {
            case OpenRequest open when host is null:
                await apartments[ApartmentKind.Sta].Run(() => host = Host.Open(open)).ConfigureAwait(false);
                return "opened";
            case RunRequest run when host is not null:
                await Run(run, host).ConfigureAwait(false);
                return "finished";
            case OpenRequest:
                throw new BridgeException("A DLL is open already: a child opens one.");
            default:
                throw new BridgeException("No DLL is open: `open` comes before `run`.");
        }
    }

    /// <summary>
    /// To wait for another thread costs far more than most scripts, so scripts of one apartment that follow each other are
    /// handed to it together.
    /// </summary>
    private async Task Run(RunRequest request, Host host)
    {
        Script[] scripts = request.Scripts;
        for (int next = 0; next < scripts.Length;)
        {
            ApartmentKind kind = scripts[next].Apartment;
            List<Task> together = [];
            for (; next < scripts.Length && scripts[next].Apartment == kind; next++)
            {
                uint index = request.First + (uint)next;
                Script script = scripts[next];
                together.Add(apartments[kind].Run(() => host.Run(index, script)));
            }

            await Task.WhenAll(together).ConfigureAwait(false);
        }
    }
}
