using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Olkconform.Bridge;

[SupportedOSPlatform("windows")]
internal static partial class Ntdll
{
    public const nint CurrentThread = -2;
    public const uint ThreadBasicInformation = 0;

    [LibraryImport("ntdll")]
    public static partial int NtQueryInformationThread(
        nint thread, uint kind, out BasicInformation information, int length, nint returnedLength);

    /// <summary>Layout of THREAD_BASIC_INFORMATION.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct BasicInformation
    {
        public int ExitStatus;
        public nint EnvironmentBlock;
        public nint Process;
        public nint Thread;
        public nuint AffinityMask;
        public int Priority;
        public int BasePriority;
    }
}
