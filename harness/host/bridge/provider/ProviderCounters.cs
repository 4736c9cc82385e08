using System.Runtime.InteropServices;

namespace Olkconform.Bridge;

/// <summary>Totals since the script began. Layout of olk::ProviderCounters.</summary>
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
