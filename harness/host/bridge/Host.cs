using System.Runtime.Versioning;

namespace Olkconform.Bridge;

/// <summary>
/// What is open in this process: the provider, the vendor's DLL and the journal. Scripts come one at a time, each on a
/// thread of the apartment that it is for; one request holds all scripts of a run.
/// </summary>
[SupportedOSPlatform("windows")]
internal sealed class Host
{
    /// <summary>One for each kind of thread that something has run on: a thread's exception frames are its own.</summary>
    private readonly OwnThread?[] threads = new OwnThread?[(int)ApartmentKind.SecondSta + 1];
    private readonly Func<ApartmentKind, OwnThread> makeOwn;
    private readonly Func<Walker> makeWalker;
    private readonly Vendor? vendor;
    private readonly Func<Vendor, Vendor> handOver;
    private readonly string refusal;
    private Vendor? handingOver;
    private Walker? walker;

    private Host(
        Func<ApartmentKind, OwnThread> makeOwn, Func<Walker> makeWalker, Vendor? vendor, Func<Vendor, Vendor> handOver, string refusal)
    {
        this.makeOwn = makeOwn;
        this.makeWalker = makeWalker;
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
        WindowsLibrary? mail = UsesMachines(request) ? null : Own(request.Provider, "MAPI provider");
        IProvider provider = mail is null ? ProviderOfMachine(request, native, journal) : new NativeProvider(mail);
        if (mail is not null)
        {
            Own(Beside(request.Provider, "olmapi32.dll"), "MAPI provider under Outlook's name");
        }

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

        void Hide()
        {
            mapi?.Dispose();
            mapi = null;
        }

        ScriptRunner RunnerIn(ApartmentKind kind, NativeCall own) => new(
            provider,
            new WindowsPages(),
            journal,
            machine,
            own,
            Hide,
            // A DLL that is loaded again has forgotten where it had found MAPI.
            () => mapi ??= Shown(),
            () => guard?.Check(),
            kind is ApartmentKind.Sta or ApartmentKind.Mta
                ? () => new OtherThread(apartments.Beside(kind), CallOnThisThread)
                : null);

        OwnThread OwnOfThisThread(ApartmentKind kind)
        {
            NativeCall own = CallOnThisThread();
            return new OwnThread(RunnerIn(kind, own), own);
        }

        return new Host(
            OwnOfThisThread,
            () => new Walker(
                new NativeWalker(native, mail ?? throw new BridgeException("Nothing can be walked without the MAPI provider.")),
                file,
                journal,
                Hide),
            vendor is null
                ? null
                : Activation.Of(
                    request.Activation,
                    vendor,
                    call,
                    machine,
                    () => new Recorder(() => provider.Counters().Events, ExceptionFrames.OfThisThread)),
            inOther => inOther with
            {
                Activation = new CrossingActivation(
                    inOther.Activation, new OtherThread(apartments.Home, CallOnThisThread), machine),
            },
            $"the DLL did not load: Win32 error {error}");
    }

    /// <param name="index">The script's number in the journal.</param>
    /// <param name="script">To be called on a thread of the script's apartment.</param>
    public void Run(uint index, Script script)
    {
        ScriptRunner runner = OwnOf(script.Apartment).Runner;

        if (vendor is null)
        {
            runner.Refuse(index, script, refusal);
        }
        else
        {
            runner.Run(index, script, VendorIn(script.Apartment, vendor));
        }
    }

    /// <param name="request">To be called on a thread of its apartment.</param>
    public void Walk(WalkRequest request)
    {
        ApartmentKind apartment = request.Settings.Apartment;
        Vendor there = VendorIn(apartment, vendor ?? throw new BridgeException($"Nothing can be walked: {refusal}."));
        (walker ??= makeWalker()).Run(request, there, OwnOf(apartment).Call);
    }

    private OwnThread OwnOf(ApartmentKind apartment) => threads[(int)apartment] ??= makeOwn(apartment);

    private Vendor VendorIn(ApartmentKind apartment, Vendor made) =>
        apartment == ApartmentKind.SecondSta ? handingOver ??= handOver(made) : made;

    /// <summary>The installed account manager needs the machine's own MAPI, too: none is loaded in its place.</summary>
    private static bool UsesMachines(OpenRequest request) =>
        request.SystemProfile is not null
        || request.Activation is CaptureActivationRequest { Record: RecordedManager.Installed };

    /// <exception cref="BridgeException">It refuses itself; the journal says so.</exception>
    private static IProvider ProviderOfMachine(OpenRequest request, WindowsLibrary native, JournalWriter journal)
    {
        if (request.SystemProfile is not string profile)
        {
            return new AbsentProvider();
        }

        MailClient client = MailClient.OfThisMachine();
        uint error = 0;
        WindowsMapi? mapi = client.HasExtendedMapi ? WindowsMapi.Load(out error) : null;
        SystemProvider? provider = mapi is null ? null : new SystemProvider(mapi, new GuardedVendorCall(native), profile);
        MapiRefusal? refusal = provider is null
            ? new MapiRefusal(client.HasExtendedMapi ? "load" : "client", error)
            : provider.TryOut();
        journal.Mapi(client.Name, refusal);
        return refusal is null && provider is not null
            ? provider
            : throw new BridgeException("The machine's own MAPI refuses itself.");
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

    /// <summary>What belongs to one thread.</summary>
    private sealed record OwnThread(ScriptRunner Runner, NativeCall Call);

    private static WindowsLibrary Own(string path, string what) => WindowsLibrary.Load(path, out uint error)
        ?? throw new BridgeException($"The {what}, {path}, did not load: Win32 error {error}.");
}
