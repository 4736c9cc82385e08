using System.Buffers.Binary;
using System.IO.MemoryMappedFiles;

namespace Olkconform.Bridge;

/// <summary>
/// The journal's file, mapped into memory. Little endian: `OLKJ`, version (u32), length used by records (u64), the key of
/// the first seal (wiped when the journal is opened), where the walker is (OlkPlace of harness/host/native) up to byte 48,
/// what the native part tells of the vendor's code (OlkFault) up to byte 256, then records, each a length (u32), a seal (u64) and a
/// payload. The length used is written last: it commits a record.
/// </summary>
internal sealed unsafe class MappedJournal : IJournal, IDisposable
{
    public const int HeaderLength = 256;

    /// <summary>What is kept free for the record that says why there will be no more.</summary>
    public const int Reserve = 2048;

    private const uint Magic = 0x4A4B4C4F;
    private const uint Version = 3;
    private const int PlaceOffset = 24;
    private const int FaultOffset = 48;
    private const int FaultCodeOffset = 64;
    private const int UsedOffset = 8;
    private const int KeyOffset = 16;
    private const int Overhead = sizeof(uint) + Seal.Length;

    private readonly string path;
    private readonly long capacity;
    private readonly MemoryMappedFile file;
    private readonly MemoryMappedViewAccessor view;
    private readonly byte* start;
    private readonly Seal seal;

    public MappedJournal(string path)
    {
        this.path = path;
        capacity = new FileInfo(path).Length;
        if (capacity < HeaderLength)
        {
            throw new BridgeException($"The journal {path} has {capacity} bytes: it must be made before it is opened.");
        }

        // Whoever made it has it open and goes on reading: on Windows it cannot be opened by one who does not share it.
        file = MemoryMappedFile.CreateFromFile(
            new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete),
            mapName: null,
            capacity: 0,
            MemoryMappedFileAccess.ReadWrite,
            HandleInheritability.None,
            leaveOpen: false);
        view = file.CreateViewAccessor(0, capacity);
        byte* mapped = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref mapped);
        start = mapped + view.PointerOffset;
        ReadHeader();
        seal = new Seal(new Span<byte>(start + KeyOffset, Seal.Length));
    }

    private long Used
    {
        get => (long)BinaryPrimitives.ReadUInt64LittleEndian(new ReadOnlySpan<byte>(start + UsedOffset, sizeof(ulong)));
        // One aligned store, and none before it may move behind it.
        set => Volatile.Write(ref *(long*)(start + UsedOffset), value);
    }

    /// <summary>Where olkcall.dll tells of exceptions.</summary>
    public nint Fault => (nint)(start + FaultOffset);

    /// <summary>Where the walker tells how far it is.</summary>
    public nint Place => (nint)(start + PlaceOffset);

    public void ForgetFault() => Volatile.Write(ref *(uint*)(start + FaultCodeOffset), 0);

    public void Append(ReadOnlySpan<byte> payload, bool isLast = false)
    {
        long used = Used;
        long free = capacity - HeaderLength - used - (isLast ? 0 : Reserve);
        if (free < Overhead + payload.Length)
        {
            throw new JournalFullException(
                $"The journal {path} is full: {used} of {capacity - HeaderLength} bytes are used, "
                + $"and a record of {payload.Length} bytes does not fit.");
        }

        byte* record = start + HeaderLength + used;
        BinaryPrimitives.WriteUInt32LittleEndian(new Span<byte>(record, sizeof(uint)), (uint)payload.Length);
        BinaryPrimitives.WriteUInt64LittleEndian(new Span<byte>(record + sizeof(uint), Seal.Length), seal.Next(payload));
        payload.CopyTo(new Span<byte>(record + Overhead, payload.Length));
        Used = used + Overhead + payload.Length;
    }

    public void Dispose()
    {
        seal.Dispose();
        view.SafeMemoryMappedViewHandle.ReleasePointer();
        view.Dispose();
        file.Dispose();
    }

    /// <summary>The controller makes the header, with a key for this child alone.</summary>
    private void ReadHeader()
    {
        Span<byte> header = new(start, HeaderLength);
        uint magic = BinaryPrimitives.ReadUInt32LittleEndian(header);
        uint version = BinaryPrimitives.ReadUInt32LittleEndian(header[sizeof(uint)..]);
        if (magic != Magic || version != Version || Used != 0)
        {
            throw new BridgeException($"{path} is not a new journal of version {Version}.");
        }
    }
}
