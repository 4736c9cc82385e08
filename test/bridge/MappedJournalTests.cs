using System.Buffers.Binary;

namespace Olkconform.Bridge.Tests;

public sealed unsafe class MappedJournalTests : IDisposable
{
    /// <summary>Of OlkFault, as harness/host/native/fault_block.h asserts it.</summary>
    private const int FaultSize = 208;

    private static readonly byte[] Key = [0, 1, 2, 3, 4, 5, 6, 7];
    private readonly string path = Path.GetTempFileName();

    public void Dispose() => File.Delete(path);

    [Fact]
    public void The_key_is_gone_from_the_file_once_the_journal_is_open()
    {
        Make(4096);
        using MappedJournal journal = new(path);
        Assert.All(ReadShared()[16..24], value => Assert.Equal(0, value));
    }

    [Fact]
    public void The_header_has_room_for_what_the_native_part_tells()
    {
        Make(4096);
        using MappedJournal journal = new(path);
        Assert.Equal(journal.Fault, journal.Place + sizeof(WalkLayout.Place));
        Assert.Equal(MappedJournal.HeaderLength, 24 + sizeof(WalkLayout.Place) + FaultSize);
    }

    [Fact]
    public void A_record_is_its_length_its_seal_and_its_payload()
    {
        Make(4096);
        using (MappedJournal journal = new(path))
        {
            journal.Append("abc"u8);
            journal.Append("de"u8);
        }

        byte[] file = File.ReadAllBytes(path);
        Assert.Equal(29ul, BinaryPrimitives.ReadUInt64LittleEndian(file.AsSpan(8)));
        Assert.Equal((byte[])[3, 0, 0, 0], file[256..260]);
        Assert.Equal("abc"u8.ToArray(), file[268..271]);
        Assert.Equal((byte[])[2, 0, 0, 0], file[271..275]);
        Assert.Equal((byte[])[(byte)'d', (byte)'e', 0], file[283..286]);

        using Seal seal = new((byte[])[.. Key]);
        Assert.Equal(seal.Next("abc"u8), BinaryPrimitives.ReadUInt64LittleEndian(file.AsSpan(260)));
        Assert.Equal(seal.Next("de"u8), BinaryPrimitives.ReadUInt64LittleEndian(file.AsSpan(275)));
    }

    [Fact]
    public void A_record_is_in_the_file_while_the_journal_is_open()
    {
        Make(4096);
        using MappedJournal journal = new(path);
        journal.Append("abc"u8);
        Assert.Equal(15ul, BinaryPrimitives.ReadUInt64LittleEndian(ReadShared().AsSpan(8)));
    }

    [Fact]
    public void A_record_may_fill_the_journal_but_for_what_is_kept_for_the_last_and_one_that_does_not_fit_is_refused_whole()
    {
        Make(256 + 12 + 10 + MappedJournal.Reserve);
        using (MappedJournal journal = new(path))
        {
            journal.Append(new byte[10]);
            JournalFullException refusal = Assert.Throws<JournalFullException>(() => journal.Append([]));
            Assert.Contains("is full", refusal.Message, StringComparison.Ordinal);
            Assert.Equal(22ul, BinaryPrimitives.ReadUInt64LittleEndian(ReadShared().AsSpan(8)));
            new JournalWriter(journal).Broken(new string('\u4e00', 5000));
        }

        Assert.InRange(BinaryPrimitives.ReadUInt64LittleEndian(File.ReadAllBytes(path).AsSpan(8)), 300ul, 22ul + MappedJournal.Reserve);
    }

    [Theory]
    [InlineData(0, 'X')]
    [InlineData(4, 2)]
    [InlineData(8, 1)]
    public void What_is_no_journal_is_refused(int offset, byte value)
    {
        Make(4096);
        byte[] file = File.ReadAllBytes(path);
        file[offset] = value;
        File.WriteAllBytes(path, file);
        Assert.Throws<BridgeException>(() => new MappedJournal(path));
    }

    [Fact]
    public void A_file_without_room_for_a_header_is_refused()
    {
        File.WriteAllBytes(path, new byte[63]);
        Assert.Throws<BridgeException>(() => new MappedJournal(path));
    }

    private byte[] ReadShared()
    {
        using FileStream other = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        byte[] file = new byte[other.Length];
        other.ReadExactly(file);
        return file;
    }

    /// <summary>A new journal, as the controller makes it.</summary>
    private void Make(int length)
    {
        byte[] file = new byte[length];
        "OLKJ"u8.CopyTo(file);
        file[4] = 3;
        Key.CopyTo(file, 16);
        File.WriteAllBytes(path, file);
    }
}
