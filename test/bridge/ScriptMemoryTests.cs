namespace Olkconform.Bridge.Tests;

public class ScriptMemoryTests
{
    [Fact]
    public void Memory_is_freed_when_the_script_ends_and_not_before()
    {
        FakePages pages = new();
        ScriptMemory script = new(pages);
        script.Lend(10, 0);
        script.LendPointer();
        Assert.Empty(pages.Freed);
        script.Dispose();
        Assert.Equal(pages.Committed, pages.Freed);
        Assert.Equal(2, pages.Freed.Count);
    }

    [Fact]
    public void What_no_profile_name_can_need_is_refused()
    {
        using ScriptMemory script = new(new FakePages());
        BridgeException refusal = Assert.Throws<BridgeException>(() => script.Lend(ScriptMemory.LargestBuffer + 1, 0));
        Assert.Contains("1048576 is the most", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pointer_holds_the_sentinel()
    {
        FakePages pages = new();
        using ScriptMemory script = new(pages);
        Assert.Equal(pages.Sentinel, script.LendPointer().Pointer);
    }

    [Fact]
    public void A_text_has_a_terminator_and_ends_with_its_region()
    {
        FakePages pages = new();
        using ScriptMemory script = new(pages);
        LentMemory text = script.LendText("a\ud800");
        Assert.Equal(['a', '\ud800', '\0'], text.Characters.ToArray());
        Assert.Equal(pages.Committed[0].Start + pages.Committed[0].Length, text.Address + 6);
    }
}
