namespace Olkconform.Bridge;

/// <summary>Where memory that is lent to a helper comes from.</summary>
internal interface IPages
{
    /// <summary>An address that is not NULL and that nothing can be read from or written to: the sentinel.</summary>
    nint Sentinel { get; }

    /// <summary>Memory of at least that many bytes; touching what lies right before or behind it ends the process.</summary>
    MemoryRegion Commit(int bytes);

    void Free(MemoryRegion region);
}

/// <summary>Readable and writable memory.</summary>
internal sealed record MemoryRegion(nint Start, int Length);
