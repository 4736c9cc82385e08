using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Olkconform.Bridge;

/// <summary>
/// The journal's seals: HalfSipHash-2-4 of each record, with a key that only the controller knows otherwise, and that
/// changes with every record, so that nobody who finds it can put his own in the place of what was recorded before. See
/// harness/probe/seal.ts. The key lies outside of the collected heap, which would leave copies of it behind.
/// </summary>
internal sealed unsafe class Seal : IDisposable
{
    /// <summary>Of the key, and of a seal.</summary>
    public const int Length = 8;

    private uint* key;

    /// <param name="first">The first key; it is wiped where it comes from.</param>
    public Seal(Span<byte> first)
    {
        key = (uint*)NativeMemory.Alloc(Length);
        key[0] = BinaryPrimitives.ReadUInt32LittleEndian(first);
        key[1] = BinaryPrimitives.ReadUInt32LittleEndian(first[sizeof(uint)..]);
        first[..Length].Clear();
    }

    /// <summary>The seal of the next record. The key that made it is gone with this.</summary>
    public ulong Next(ReadOnlySpan<byte> payload)
    {
        ulong seal = Hash(key[0], key[1], payload);
        ulong next = Hash(key[0], key[1], "k"u8);
        key[0] = (uint)next;
        key[1] = (uint)(next >> 32);
        return seal;
    }

    public void Dispose()
    {
        NativeMemory.Free(key);
        key = null;
    }

    private static ulong Hash(uint low, uint high, ReadOnlySpan<byte> bytes)
    {
        uint a = low;
        uint b = high ^ 0xEE;
        uint c = low ^ 0x6C796765;
        uint d = high ^ 0x74656462;
        int whole = bytes.Length - (bytes.Length % sizeof(uint));
        for (int at = 0; at < whole; at += sizeof(uint))
        {
            Take(BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]), ref a, ref b, ref c, ref d);
        }

        uint last = (uint)bytes.Length << 24;
        for (int at = whole; at < bytes.Length; at++)
        {
            last |= (uint)bytes[at] << (8 * (at - whole));
        }

        Take(last, ref a, ref b, ref c, ref d);
        c ^= 0xEE;
        Rounds(4, ref a, ref b, ref c, ref d);
        uint first = b ^ d;
        b ^= 0xDD;
        Rounds(4, ref a, ref b, ref c, ref d);
        return first | ((ulong)(b ^ d) << 32);
    }

    private static void Take(uint word, ref uint a, ref uint b, ref uint c, ref uint d)
    {
        d ^= word;
        Rounds(2, ref a, ref b, ref c, ref d);
        a ^= word;
    }

    private static void Rounds(int count, ref uint a, ref uint b, ref uint c, ref uint d)
    {
        for (int round = 0; round < count; round++)
        {
            a += b;
            b = BitOperations.RotateLeft(b, 5) ^ a;
            a = BitOperations.RotateLeft(a, 16);
            c += d;
            d = BitOperations.RotateLeft(d, 8) ^ c;
            a += d;
            d = BitOperations.RotateLeft(d, 7) ^ a;
            c += b;
            b = BitOperations.RotateLeft(b, 13) ^ c;
            c = BitOperations.RotateLeft(c, 16);
        }
    }
}
