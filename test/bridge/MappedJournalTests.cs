using System.Buffers.Binary;

namespace Olkconform.Bridge.Tests;

public sealed class MappedJournalTests : IDisposable
{
    private readonly string path = Path.GetTempFileName();

    public void Dispose() => File.Delete(path);

    [Fact]
    public void A_file_of_zeroes_becomes_an_empty_journal()
    {
        Make(4096);
        new MappedJournal(path).Dispose();
        byte[] file = File.ReadAllBytes(path);
        Assert.Equal("OLKJ"u8.ToArray(), file[..4]);
        Assert.Equal(2u, BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(4)));
        Assert.Equal(0ul, BinaryPrimitives.ReadUInt64LittleEndian(file.AsSpan(8)));
    }

    [Fact]
    public void A_record_is_its_length_and_its_payload()
    {
        Make(4096);
        using (MappedJournal journal = new(path))
        {
            journal.Append("abc"u8);
            journal.Append("de"u8);
        }

        byte[] file = File.ReadAllBytes(path);
        Assert.Equal(13ul, BinaryPrimitives.ReadUInt64LittleEndian(file.AsSpan(8)));
        Assert.Equal((byte[])[3, 0, 0, 0, (byte)'a', (byte)'b', (byte)'c', 2, 0, 0, 0, (byte)'d', (byte)'e', 0], file[256..270]);
    }

    [Fact]
    public void A_record_is_in_the_file_while_the_journal_is_open()
    {
        Make(4096);
        using MappedJournal journal = new(path);
        journal.Append("abc"u8);
        Assert.Equal(7ul, BinaryPrimitives.ReadUInt64LittleEndian(ReadShared().AsSpan(8)));
    }

    [Fact]
    public void A_journal_that_has_records_is_gone_on_with()
    {
        Make(4096);
        using (MappedJournal first = new(path))
        {
            first.Append("abc"u8);
        }

        using (MappedJournal second = new(path))
        {
            second.Append("de"u8);
        }

        Assert.Equal(13ul, BinaryPrimitives.ReadUInt64LittleEndian(File.ReadAllBytes(path).AsSpan(8)));
    }

    [Fact]
    public void A_record_may_fill_the_journal_and_one_that_does_not_fit_is_refused_whole()
    {
        Make(256 + 4 + 10 + 4);
        using (MappedJournal journal = new(path))
        {
            journal.Append(new byte[10]);
            BridgeException refusal = Assert.Throws<BridgeException>(() => journal.Append("x"u8));
            Assert.Contains("is full", refusal.Message, StringComparison.Ordinal);
            Assert.Equal(14ul, BinaryPrimitives.ReadUInt64LittleEndian(ReadShared().AsSpan(8)));
            journal.Append([]);
        }

        Assert.Equal(18ul, BinaryPrimitives.ReadUInt64LittleEndian(File.ReadAllBytes(path).AsSpan(8)));
    }

    [Theory]
    [InlineData(0, 'X')]
    [InlineData(4, 3)]
    [InlineData(10, 1)]
    public void What_is_no_journal_is_refused(int offset, byte value)
    {
        Make(4096);
        new MappedJournal(path).Dispose();
        byte[] file = File.ReadAllBytes(path);
        file[offset] = value;
        File.WriteAllBytes(path, file);
        Assert.Throws<BridgeException>(() => new MappedJournal(path));
    }

    [Fact]
    public void A_file_without_room_for_a_header_is_refused()
    {
        Make(63);
        Assert.Throws<BridgeException>(() => new MappedJournal(path));
    }

    private byte[] ReadShared()
    {
        using FileStream other = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        byte[] file = new byte[other.Length];
        other.ReadExactly(file);
        return file;
    }

    private void Make(int length) => File.WriteAllBytes(path, new byte[length]);
}
