using System.Runtime.Versioning;

namespace Olkconform.Bridge;

/// <summary>
/// What is open in this process: the provider, the vendor's DLL and the journal. All of it is used on the apartment's
/// thread only, the loading of the DLLs included.
/// </summary>
[SupportedOSPlatform("windows")]
internal sealed class Host
{
    private readonly ScriptRunner runner;
    private readonly IActivation? activation;
    private readonly string refusal;

    private Host(ScriptRunner runner, IActivation? activation, string refusal)
    {
        this.runner = runner;
        this.activation = activation;
        this.refusal = refusal;
    }

    /// <summary>A vendor's DLL that does not load is no fault of the harness: the journal says so, and every step will.</summary>
    public static Host Open(OpenRequest request)
    {
        JournalWriter journal = new(new MappedJournal(request.Journal));

        // First, and by its full path: an import of mapi32.dll is then resolved to it, as it is a module of that name.
        WindowsLibrary provider = WindowsLibrary.Load(request.Provider, out uint error)
            ?? throw new BridgeException($"The MAPI provider {request.Provider} did not load: Win32 error {error}.");
        ScriptRunner runner = new(
            new NativeProvider(provider), new WindowsPages(), journal, ExceptionFrames.OfThisThread());

        journal.Load();
        WindowsLibrary? library = WindowsLibrary.Load(request.Dll, out error);
        journal.Loaded(error);
        return new Host(
            runner,
            library is null ? null : Activation.Of(request.Activation, library),
            $"the DLL did not load: Win32 error {error}");
    }

    public void Run(RunRequest request)
    {
        if (activation is null)
        {
            runner.Refuse(request.Index, request.Script, refusal);
        }
        else
        {
            runner.Run(request.Index, request.Script, activation);
        }
    }
}
