namespace Olkconform.Bridge.Tests;

public class Utf16TextTests
{
    [Theory]
    [InlineData("\"\"", "")]
    [InlineData("\"plain\"", "plain")]
    [InlineData("\"\\uD83D\\uDE00\"", "\ud83d\ude00")]
    [InlineData("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\/\b\f\n\r\t")]
    [InlineData("\"\\u0000\"", "\0")]
    public void Escapes_are_undone_code_unit_by_code_unit(string quoted, string text) =>
        Assert.Equal(text, Utf16Text.Unquote(quoted));

    [Theory]
    [InlineData("plain", "\"plain\"")]
    [InlineData("a\"\\\u007f\n\u00e9", "\"a\\u0022\\u005c\\u007f\\u000a\\u00e9\"")]
    public void Whatever_is_not_printable_ascii_is_escaped(string text, string quoted) =>
        Assert.Equal(quoted, Utf16Text.Quote(text));

    /// <summary>Not as data of the tests above: an attribute's texts are UTF-8, which has no unpaired surrogates.</summary>
    [Fact]
    public void An_unpaired_surrogate_survives_both_ways()
    {
        Assert.Equal("\ud800x", Utf16Text.Unquote("\"\\ud800x\""));
        Assert.Equal("\"\\ud800x\"", Utf16Text.Quote("\ud800x"));
    }

    [Fact]
    public void What_is_not_a_text_is_refused() => Assert.Throws<BridgeException>(() => Utf16Text.Unquote("17"));
}
