namespace Olkconform.Bridge;

/// <summary>
/// All memory lent during one script. It is freed when the script has ended and not before: a helper that keeps a
/// pointer and writes through it later must not write into what another step has been lent.
/// </summary>
internal sealed class ScriptMemory(IPages pages) : IDisposable
{
    /// <summary>More than any profile name, and little enough to be filled and compared in no time. In characters.</summary>
    public const int LargestBuffer = 1 << 20;

    private readonly List<MemoryRegion> regions = [];

    public nint Sentinel => pages.Sentinel;

    /// <param name="capacity">In characters.</param>
    /// <param name="slackBehind">In characters; 0: the unreadable page begins right behind the memory.</param>
    public LentMemory Lend(int capacity, int slackBehind)
    {
        if (capacity is < 0 or > LargestBuffer)
        {
            throw new BridgeException($"A buffer of {capacity} characters cannot be lent: {LargestBuffer} is the most.");
        }

        MemoryRegion region = pages.Commit(LentMemory.BytesFor(capacity, slackBehind));
        regions.Add(region);
        return new LentMemory(region, capacity, slackBehind);
    }

    /// <summary>Memory for an out-pointer, holding the sentinel.</summary>
    public LentMemory LendPointer()
    {
        LentMemory memory = Lend(nint.Size / sizeof(char), 0);
        memory.Pointer = Sentinel;
        return memory;
    }

    public LentMemory LendUInt32(uint value)
    {
        LentMemory memory = Lend(sizeof(uint) / sizeof(char), 0);
        memory.UInt32 = value;
        return memory;
    }

    /// <summary>The text with a terminator.</summary>
    public LentMemory LendText(string text)
    {
        LentMemory memory = Lend(text.Length + 1, 0);
        text.CopyTo(memory.Characters);
        memory.Characters[text.Length] = '\0';
        return memory;
    }

    public void Dispose()
    {
        foreach (MemoryRegion region in regions)
        {
            pages.Free(region);
        }

        regions.Clear();
    }
}
