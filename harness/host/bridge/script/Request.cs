namespace Olkconform.Bridge;

/// <summary>What the entry asks of the bridge, one JSON text a call.</summary>
internal abstract record Request;

/// <summary>Loads the provider and the vendor's DLL, and opens the journal. All paths are full paths.</summary>
/// <param name="Dll">The vendor's.</param>
/// <param name="Provider">The instrumented mapi32.dll.</param>
/// <param name="Journal">The file of the journal.</param>
/// <param name="Activation">How a helper is made.</param>
/// <param name="MapiRegistry">
/// True: the registry names the provider as the mail client until MAPI is called, and nothing else of the machine.
/// </param>
/// <param name="SystemProfile">
/// The machine's own MAPI is to be used in place of the provider, and this profile of it; null: the provider.
/// </param>
/// <param name="HeapGuard">True: what the vendor's DLL takes from the heap lies between pages that cannot be touched.</param>
/// <param name="Job">What the job object of this process allows; null: there is to be none.</param>
internal sealed record OpenRequest(
    string Dll,
    string Provider,
    string Journal,
    ActivationRequest Activation,
    bool MapiRegistry = false,
    string? SystemProfile = null,
    bool HeapGuard = false,
    JobLimits? Job = null) : Request;

/// <summary>What the processes of a job may take together.</summary>
/// <param name="Megabytes">Of memory.</param>
/// <param name="Processes">With this one.</param>
internal sealed record JobLimits(uint Megabytes, uint Processes);

/// <summary>Runs scripts one after the other.</summary>
/// <param name="First">The number that the journal tells the first of them by; the others follow it.</param>
/// <param name="Scripts">In the order in which they are run.</param>
internal sealed record RunRequest(uint First, Script[] Scripts) : Request;
