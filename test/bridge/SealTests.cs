namespace Olkconform.Bridge.Tests;

public sealed class SealTests
{
    /// <summary>Of the vectors that its authors give: key 00 … 07, and nothing to hash.</summary>
    [Fact]
    public void It_is_HalfSipHash()
    {
        using Seal seal = new((byte[])[0, 1, 2, 3, 4, 5, 6, 7]);
        Assert.Equal(0xC83CB8B9591F8D21ul, seal.Next([]));
    }

    /// <summary>What test/probe/seal.test.ts has as well.</summary>
    [Fact]
    public void The_key_changes_with_every_record()
    {
        using Seal seal = new((byte[])[0, 1, 2, 3, 4, 5, 6, 7]);
        Assert.Equal(0x44F33796F767D501ul, seal.Next("{\"record\":\"load\"}"u8));
        Assert.Equal(0xE42FCCD87968E465ul, seal.Next("{\"record\":\"load\"}"u8));
    }

    [Fact]
    public void The_key_is_wiped_where_it_comes_from()
    {
        byte[] key = [0, 1, 2, 3, 4, 5, 6, 7, 8];
        using Seal seal = new(key);
        Assert.Equal((byte[])[0, 0, 0, 0, 0, 0, 0, 0, 8], key);
    }
}
