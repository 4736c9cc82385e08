using System.Runtime.InteropServices;

namespace Olkconform.Bridge.Tests;

/// <summary>Ordinary memory, without the unreadable pages around it.</summary>
internal sealed unsafe class FakePages : IPages
{
    private const int Page = 4096;

    public nint Sentinel => 0x5E47_1E10;

    public List<MemoryRegion> Committed { get; } = [];

    public List<MemoryRegion> Freed { get; } = [];

    public MemoryRegion Commit(int bytes)
    {
        int length = (bytes + Page - 1) / Page * Page;
        MemoryRegion region = new((nint)NativeMemory.AllocZeroed((nuint)length), length);
        Committed.Add(region);
        return region;
    }

    public void Free(MemoryRegion region)
    {
        Freed.Add(region);
        NativeMemory.Free((void*)region.Start);
    }
}
