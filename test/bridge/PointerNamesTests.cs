namespace Olkconform.Bridge.Tests;

public class PointerNamesTests
{
    [Fact]
    public void Equal_pointers_have_equal_names_in_order_of_appearance()
    {
        PointerNames names = new(sentinel: 99);
        Assert.Equal("p1", names.Of(0x1000));
        Assert.Equal("p2", names.Of(0x2000));
        Assert.Equal("p1", names.Of(0x1000));
        Assert.Equal("p3", names.Of(0x3000));
    }

    [Fact]
    public void Null_and_the_sentinel_use_up_no_name()
    {
        PointerNames names = new(sentinel: 99);
        Assert.Equal("null", names.Of(0));
        Assert.Equal("untouched", names.Of(99));
        Assert.Equal("p1", names.Of(1));
    }
}
