using System.Runtime.InteropServices;

namespace Olkconform.Bench.Com;

/// <summary>
/// The instrumented MAPI provider. It is loaded by its full path before anything of it is called, and then found by name.
/// </summary>
internal static partial class Provider
{
    private const string Dll = "mapi32.dll";

    [LibraryImport(Dll, EntryPoint = "OlkProviderBegin")]
    public static partial void Begin();

    /// <summary>No events are kept, as when the harness tries sequences. The answer is where its books lie.</summary>
    [LibraryImport(Dll, EntryPoint = "OlkProviderQuiet")]
    public static partial nint Quiet(int isQuiet);

    [LibraryImport(Dll, EntryPoint = "OlkProviderCounters")]
    public static partial void Counters(out ProviderCounters counters);

    [LibraryImport(Dll, EntryPoint = "OlkProviderSessions")]
    public static partial uint Sessions(uint first, [Out] SessionCounters[] sessions, uint capacity);
}

/// <summary>Layout of olk::ProviderCounters.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct ProviderCounters
{
    public uint Initializes;
    public uint Uninitializes;
    public uint Logons;
    public uint FailedLogons;
    public uint Sessions;
    public uint Events;
}

/// <summary>Layout of olk::SessionCounters.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct SessionCounters
{
    public uint Id;
    public uint Origin;
    public uint References;
    public uint OverReleases;
    public uint CallsAfterRelease;
    public uint Logoffs;
}
