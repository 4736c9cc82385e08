using static Olkconform.Bridge.WalkLayout;

namespace Olkconform.Bridge.Tests;

/// <summary>The numbers that harness/host/native asserts of its own halves.</summary>
public sealed unsafe class WalkLayoutTests
{
    [Fact]
    public void Structures_have_the_sizes_of_their_native_halves()
    {
        Assert.Equal(80, sizeof(Observation));
        Assert.Equal(72, sizeof(End));
        Assert.Equal(48, sizeof(Node));
        Assert.Equal(64, sizeof(Deviation));
        Assert.Equal(24, sizeof(Found));
        Assert.Equal(4152, sizeof(Explored));
        Assert.Equal(48, sizeof(TriedOut));
        Assert.Equal(40, sizeof(Lives));
        Assert.Equal(40, sizeof(Sample));
        Assert.Equal(24, sizeof(Repeated));
        Assert.Equal(24, sizeof(Place));
        Assert.Equal(96, sizeof(Walk));
        Assert.Equal(640, sizeof(LoadWatch.Load));
    }

    [Fact]
    public void Fields_lie_where_their_native_halves_have_them()
    {
        Observation observation;
        Assert.Equal(16, Offset(&observation, &observation.Initializes));
        Assert.Equal(48, Offset(&observation, observation.References));
        End end;
        Assert.Equal(40, Offset(&end, end.References));
        Node node;
        Assert.Equal(12, Offset(&node, node.Next));
        Deviation deviation;
        Assert.Equal(24, Offset(&deviation, deviation.Life));
        Explored explored;
        Assert.Equal(56, Offset(&explored, explored.DeviationWords));
        Sample sample;
        Assert.Equal(16, Offset(&sample, &sample.Sessions));
        Place place;
        Assert.Equal(16, Offset(&place, &place.Number));
        Walk walk;
        Assert.Equal(72, Offset(&walk, &walk.ProfileLength));
    }

    /// <summary>Any 32 bits are the code of some exception.</summary>
    [Fact]
    public void What_tells_of_an_exception_is_none_of_its_code()
    {
        Assert.Equal((1ul << 32, 1ul << 33), (Thrown, Stayed));
    }

    private static long Offset(void* structure, void* field) => (byte*)field - (byte*)structure;
}
