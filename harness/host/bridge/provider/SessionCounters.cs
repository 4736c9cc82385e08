using System.Runtime.InteropServices;

namespace Olkconform.Bridge;

/// <summary>A session's life as the provider saw it. Layout of olk::SessionCounters.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct SessionCounters
{
    public uint Id;
    public SessionOrigin Origin;
    public uint References;
    public uint OverReleases;
    public uint CallsAfterRelease;
    public uint Logoffs;
}

/// <summary>Values of olk::SessionOrigin.</summary>
internal enum SessionOrigin : uint
{
    Offered = 0,
    Logon = 1,
}
