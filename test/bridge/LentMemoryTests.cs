namespace Olkconform.Bridge.Tests;

public sealed unsafe class LentMemoryTests : IDisposable
{
    private readonly FakePages pages = new();
    private readonly ScriptMemory script;

    public LentMemoryTests() => script = new ScriptMemory(pages);

    public void Dispose() => script.Dispose();

    [Fact]
    public void Untouched_memory_has_not_changed()
    {
        LentMemory memory = script.Lend(10, LentMemory.Slack);
        BufferImage image = memory.Image();
        Assert.Null(image.Changed);
        Assert.Equal(0u, image.ChangedBefore);
        Assert.Equal(0u, image.ChangedBehind);
        Assert.Equal(40, image.Image.Length);
        Assert.False(memory.Changed);
    }

    [Fact]
    public void Guarded_memory_ends_where_its_region_ends()
    {
        LentMemory memory = script.Lend(7, 0);
        MemoryRegion region = pages.Committed[^1];
        Assert.Equal(region.Start + region.Length, memory.Address + (7 * sizeof(char)));
    }

    [Fact]
    public void Slack_ends_where_its_region_ends()
    {
        LentMemory memory = script.Lend(7, LentMemory.Slack);
        MemoryRegion region = pages.Committed[^1];
        Assert.Equal(region.Start + region.Length, memory.Address + ((7 + 64) * sizeof(char)));
    }

    [Fact]
    public void There_is_slack_before_it_even_when_it_fills_a_page()
    {
        LentMemory memory = script.Lend(2048, 0);
        Assert.True(memory.Address - (64 * sizeof(char)) >= pages.Committed[^1].Start);
    }

    [Fact]
    public void First_and_last_changed_character_are_told_and_the_image_has_them()
    {
        LentMemory memory = script.Lend(8, LentMemory.Slack);
        memory.Characters[2] = 'A';
        memory.Characters[5] = '\0';
        BufferImage image = memory.Image();
        Assert.Equal(new ChangedRange(2, 5), image.Changed);
        Assert.Equal("0041", image.Image[8..12]);
        Assert.Equal("0000", image.Image[20..24]);
        Assert.False(memory.SurroundingsChanged);
        Assert.True(memory.Changed);
    }

    [Fact]
    public void Changes_around_it_are_counted()
    {
        LentMemory memory = script.Lend(8, LentMemory.Slack);
        char* start = (char*)memory.Address;
        start[-1] = 'x';
        start[-64] = 'x';
        start[8] = 'x';
        start[9] = 'x';
        start[71] = 'x';
        BufferImage image = memory.Image();
        Assert.Null(image.Changed);
        Assert.Equal(2u, image.ChangedBefore);
        Assert.Equal(3u, image.ChangedBehind);
        Assert.True(memory.SurroundingsChanged);
    }

    [Fact]
    public void Zeroed_memory_is_compared_with_zeroes()
    {
        LentMemory memory = script.Lend(128, LentMemory.Slack);
        memory.Zero();
        Assert.Null(memory.Image().Changed);
        memory.Characters[127] = 'z';
        Assert.Equal(new ChangedRange(127, 127), memory.Image().Changed);
    }

    [Fact]
    public void The_image_stops_at_2048_characters_and_the_changed_range_does_not()
    {
        LentMemory memory = script.Lend(5000, 0);
        memory.Characters[4999] = 'x';
        BufferImage image = memory.Image();
        Assert.Equal(2048 * 4, image.Image.Length);
        Assert.Equal(new ChangedRange(4999, 4999), image.Changed);
    }

    [Fact]
    public void A_buffer_of_no_characters_can_be_lent()
    {
        BufferImage image = script.Lend(0, LentMemory.Slack).Image();
        Assert.Equal(string.Empty, image.Image);
        Assert.Null(image.Changed);
    }
}
