using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Olkconform.Bridge;

/// <summary>
/// Pages of VirtualAlloc. A region is reserved with a page more at either end, and only what lies between is committed;
/// touching a page that is merely reserved is an access violation.
/// </summary>
[SupportedOSPlatform("windows")]
internal sealed class WindowsPages : IPages
{
    private readonly int page = Environment.SystemPageSize;

    public WindowsPages()
    {
        // Off the page's start, so that small offsets from the sentinel are unreadable too, in both directions.
        Sentinel = Reserve(page) + (page / 2);
    }

    public nint Sentinel { get; }

    public MemoryRegion Commit(int bytes)
    {
        int length = (bytes + page - 1) / page * page;
        nint start = Reserve(length + (2 * page)) + page;
        return Kernel32.VirtualAlloc(start, length, Kernel32.MemCommit, Kernel32.PageReadWrite) != 0
            ? new MemoryRegion(start, length)
            : throw NoMemory(length);
    }

    public void Free(MemoryRegion region) => Kernel32.VirtualFree(region.Start - page, 0, Kernel32.MemRelease);

    private static nint Reserve(int length)
    {
        nint start = Kernel32.VirtualAlloc(0, length, Kernel32.MemReserve, Kernel32.PageNoAccess);
        return start != 0 ? start : throw NoMemory(length);
    }

    private static BridgeException NoMemory(int length) =>
        new($"{length} bytes of memory could not be had: Win32 error {Marshal.GetLastPInvokeError()}.");
}
