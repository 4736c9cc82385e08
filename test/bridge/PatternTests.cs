namespace Olkconform.Bridge.Tests;

public class PatternTests
{
    [Fact]
    public void No_memset_leaves_any_character_as_it_is()
    {
        for (int position = -200; position < 5000; position++)
        {
            char filled = Pattern.At(position);
            Assert.NotEqual(filled >> 8, filled & 0xFF);
            Assert.NotEqual(0, filled >> 8);
            Assert.NotEqual(0, filled & 0xFF);
        }
    }

    [Fact]
    public void A_shifted_copy_differs_everywhere()
    {
        for (int shift = 1; shift <= 64; shift++)
        {
            for (int position = -64; position < 300; position++)
            {
                Assert.NotEqual(Pattern.At(position), Pattern.At(position + shift));
            }
        }
    }

    [Fact]
    public void It_is_in_the_private_use_area()
    {
        for (int position = -100; position < 3000; position++)
        {
            Assert.InRange(Pattern.At(position), '\uE000', '\uF8FF');
        }
    }

    [Fact]
    public void Changed_characters_are_counted_by_their_position()
    {
        char[] memory = new char[10];
        Pattern.Fill(memory, -3);
        Assert.Equal(0u, Pattern.CountChanged(memory, -3));
        Assert.Equal(10u, Pattern.CountChanged(memory, -2));
        memory[4] = 'x';
        memory[9] = '\0';
        Assert.Equal(2u, Pattern.CountChanged(memory, -3));
    }
}
