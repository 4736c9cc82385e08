namespace Olkconform.Bridge.Tests;

public class WalkReaderTests
{
    private const string Settings =
        """
        "walk":7,"apartment":"mta","profile":"\ud800","session":"offered","failLogons":2,"twist":"null-out"
        """;

    private static readonly WalkSettings Read = new(7, ApartmentKind.Mta, "\ud800", SessionArgument.Offered, 2, Twist.NullOut);

    [Fact]
    public void An_exploration_has_its_depth() => Assert.Equal(
        new ExploreRequest(Read, 8),
        RequestReader.Read($$"""{"op":"explore",{{Settings}},"depth":8}"""));

    [Fact]
    public void Letters_are_told_by_their_places()
    {
        TryOutRequest tryOut = Assert.IsType<TryOutRequest>(RequestReader.Read(
            $$"""{"op":"tryOut",{{Settings}},"sequences":["isgnohpq2","","gg"]}"""));
        Assert.Equal(Read, tryOut.Settings);
        Assert.Equal([[0, 1, 2, 3, 4, 5, 6, 7, 8], [], [2, 2]], tryOut.Sequences);
    }

    [Fact]
    public void A_soak_has_a_life_and_counts()
    {
        SoakRequest soak = Assert.IsType<SoakRequest>(RequestReader.Read(
            $$"""{"op":"soak",{{Settings}},"life":"gh","cycles":10000000,"samples":5}"""));
        Assert.Equal([2, 5], soak.Life);
        Assert.Equal((10_000_000u, 5u), (soak.Cycles, soak.Samples));
    }

    [Fact]
    public void What_is_repeated_has_a_manner() => Assert.Equal(
        new RepeatRequest(Read, 6, 9, RepeatManner.Unrecorded),
        RequestReader.Read($$"""{"op":"repeat",{{Settings}},"letter":"p","times":9,"manner":"unrecorded"}"""));

    [Theory]
    [InlineData("""
        "op":"explore","depth":9
        """, "a depth of 9")]
    [InlineData("""
        "op":"tryOut","sequences":["gx"]
        """, "`x`")]
    [InlineData("""
        "op":"repeat","letter":"pp","times":9,"manner":"raw"
        """, "one letter")]
    [InlineData("""
        "op":"repeat","letter":"p","times":9,"manner":"slow"
        """, "`slow`")]
    [InlineData("""
        "op":"soak","life":"g","cycles":1
        """, "no `samples`")]
    public void A_request_of_a_wrong_shape_is_refused_and_named(string fields, string told)
    {
        BridgeException refusal = Assert.Throws<BridgeException>(
            () => RequestReader.Read("{" + fields + "," + Settings + "}"));
        Assert.Contains(told, refusal.Message, StringComparison.Ordinal);
    }
}
