using System.Runtime.Versioning;

namespace Olkconform.Bridge;

/// <summary>
/// What is open in this process: the provider, the vendor's DLL and the journal. Scripts come one at a time, each on a
/// thread of the apartment that it is for; one request holds all scripts of a run.
/// </summary>
[SupportedOSPlatform("windows")]
internal sealed class Host
{
    /// <summary>One for each kind of thread that has run a script: a thread's exception frames are its own.</summary>
    private readonly ScriptRunner?[] runners = new ScriptRunner?[(int)ApartmentKind.SecondSta + 1];
    private readonly Func<ApartmentKind, ScriptRunner> makeRunner;
    private readonly Vendor? vendor;
    private readonly Func<Vendor, Vendor> handOver;
    private readonly string refusal;
    private Vendor? handingOver;

    private Host(Func<ApartmentKind, ScriptRunner> makeRunner, Vendor? vendor, Func<Vendor, Vendor> handOver, string refusal)
    {
        this.makeRunner = makeRunner;
        this.vendor = vendor;
        this.handOver = handOver;
        this.refusal = refusal;
    }

    /// <summary>A vendor's DLL that does not load is no fault of the harness: the journal says so, and every step will.</summary>
    /// <param name="request">What to open.</param>
    /// <param name="file">The journal that it names.</param>
    /// <param name="apartments">The first one's thread is the calling one.</param>
    public static Host Open(OpenRequest request, MappedJournal file, Apartments apartments)
    {
        JournalWriter journal = new(file);
        WindowsLibrary native = Own(Path.Combine(AppContext.BaseDirectory, "olkcall.dll"), "native part of the bridge");
        TellFaults(native, file.Fault);

        // First, and by their full paths: an import of mapi32.dll, and a LoadLibrary of olmapi32.dll as the MAPI stub
        // library does it, are then resolved to them, as they are modules of these names.
        NativeProvider provider = new(Own(request.Provider, "MAPI provider"));
        Own(Beside(request.Provider, "olmapi32.dll"), "MAPI provider under Outlook's name");
        GuardedVendorCall call = new(native);
        WindowsMachine machine = new();

        MapiRegistry? Shown() => request.MapiRegistry ? new MapiRegistry(request.Provider) : null;
        MapiRegistry? mapi = Shown();

        if (request.Job is JobLimits limits)
        {
            // Where there can be no job the helper is judged all the same: nothing in a verdict hangs on it.
            _ = JobObject.HoldThisProcess(limits);
        }

        // Loading the DLL calls its DllMain, on this thread.
        WatchThisThread(native);
        int opener = Environment.CurrentManagedThreadId;

        provider.Begin();
        journal.Load();
        LoadWatch watch = new(native);
        watch.Begin();
        WindowsLibrary? library = WindowsLibrary.Load(request.Dll, out uint error);
        LoadedModule[] loads = watch.End();
        ILibrary? vendor = library;
        HeapGuard? guard = null;
        if (request.HeapGuard && library is not null)
        {
            guard = new HeapGuard(native);
            guard.Guard(library.Module);
            vendor = new GuardedLibrary(library, () => guard.Guard(library.Module));
        }

        string[] libraries = library is null ? [] : LoadBlame.LoadedBy(library.Module, loads);
        journal.Loaded(error, provider.Events(0, provider.Counters().Events), libraries);

        NativeCall CallOnThisThread()
        {
            if (Environment.CurrentManagedThreadId != opener)
            {
                WatchThisThread(native);
            }

            return new NativeCall(call, ExceptionFrames.OfThisThread());
        }

        return new Host(
            kind => new ScriptRunner(
                provider,
                new WindowsPages(),
                journal,
                machine,
                CallOnThisThread(),
                () =>
                {
                    mapi?.Dispose();
                    mapi = null;
                },
                // A DLL that is loaded again has forgotten where it had found MAPI.
                () => mapi ??= Shown(),
                () => guard?.Check(),
                kind is ApartmentKind.Sta or ApartmentKind.Mta
                    ? () => new SecondThread(apartments.Beside(kind), CallOnThisThread)
                    : null),
            vendor is null ? null : Activation.Of(request.Activation, vendor, call, machine),
            inOther => inOther with
            {
                Activation = new CrossingActivation(inOther.Activation, apartments.Home, machine, CallOnThisThread),
            },
            $"the DLL did not load: Win32 error {error}");
    }

    /// <param name="index">The script's number in the journal.</param>
    /// <param name="script">To be called on a thread of the script's apartment.</param>
    public void Run(uint index, Script script)
    {
        ScriptRunner runner = runners[(int)script.Apartment] ??= makeRunner(script.Apartment);

        if (vendor is null)
        {
            runner.Refuse(index, script, refusal);
        }
        else
        {
            runner.Run(index, script, script.Apartment == ApartmentKind.SecondSta ? handingOver ??= handOver(vendor) : vendor);
        }
    }

    private static unsafe void WatchThisThread(ILibrary native)
    {
        if (((delegate* unmanaged[Stdcall]<int>)native.RequireExport("OlkWatchThisThread"))() == 0)
        {
            throw new BridgeException("The thread of the scripts cannot be watched.");
        }
    }

    private static unsafe void TellFaults(ILibrary native, nint block)
    {
        if (((delegate* unmanaged[Stdcall]<nint, int>)native.RequireExport("OlkTellFaults"))(block) == 0)
        {
            throw new BridgeException("No handler can be added for exceptions.");
        }
    }

    private static string Beside(string path, string file) => Path.Combine(Path.GetDirectoryName(path) ?? string.Empty, file);

    private static WindowsLibrary Own(string path, string what) => WindowsLibrary.Load(path, out uint error)
        ?? throw new BridgeException($"The {what}, {path}, did not load: Win32 error {error}.");
}
