using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Olkconform.Bridge;

/// <summary>
/// What this process and all that the vendor's DLL starts may take. The job ends with its last handle, which is this
/// process's own, and with it every process in it.
/// </summary>
[SupportedOSPlatform("windows")]
internal static class JobObject
{
    private const int ExtendedLimitInformation = 9;
    private const uint LimitActiveProcess = 0x8;
    private const uint LimitJobMemory = 0x200;
    private const uint LimitKillOnJobClose = 0x2000;

    /// <summary>For good: the handle is never closed.</summary>
    /// <returns>False where the system allows no job here, as in some that forbid nested ones.</returns>
    public static unsafe bool HoldThisProcess(JobLimits limits)
    {
        nint job = Kernel32.CreateJobObject(0, 0);
        if (job == 0)
        {
            return false;
        }

        ExtendedLimits extended = default;
        extended.Basic.LimitFlags = LimitActiveProcess | LimitJobMemory | LimitKillOnJobClose;
        extended.Basic.ActiveProcessLimit = limits.Processes;
        extended.JobMemoryLimit = (nuint)limits.Megabytes << 20;
        bool isHeld = Kernel32.SetInformationJobObject(job, ExtendedLimitInformation, &extended, (uint)sizeof(ExtendedLimits))
            && Kernel32.AssignProcessToJobObject(job, Kernel32.CurrentProcess);
        if (!isHeld)
        {
            Kernel32.CloseHandle(job);
        }

        return isHeld;
    }

    /// <summary>JOBOBJECT_BASIC_LIMIT_INFORMATION.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct BasicLimits
    {
        public long PerProcessUserTimeLimit;
        public long PerJobUserTimeLimit;
        public uint LimitFlags;
        public nuint MinimumWorkingSetSize;
        public nuint MaximumWorkingSetSize;
        public uint ActiveProcessLimit;
        public nuint Affinity;
        public uint PriorityClass;
        public uint SchedulingClass;
    }

    /// <summary>JOBOBJECT_EXTENDED_LIMIT_INFORMATION; six counters of IO_COUNTERS lie in the middle.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private unsafe struct ExtendedLimits
    {
        public BasicLimits Basic;
        public fixed ulong IoCounters[6];
        public nuint ProcessMemoryLimit;
        public nuint JobMemoryLimit;
        public nuint PeakProcessMemoryUsed;
        public nuint PeakJobMemoryUsed;
    }
}
