using static Olkconform.Bridge.WalkLayout;

namespace Olkconform.Bridge.Tests;

public sealed unsafe class WalkWriterTests : IDisposable
{
    private readonly FakeJournal journal = new();
    private readonly JournalWriter records;
    private readonly WalkWriter writer;

    public WalkWriterTests()
    {
        records = new JournalWriter(journal);
        writer = new WalkWriter(records, 4);
    }

    public void Dispose() => records.Dispose();

    [Fact]
    public void What_was_found_is_told_without_trailing_zeroes()
    {
        Observation seen = new()
        {
            Kind = 1,
            Out = 3,
            Age = 2,
            HResult = 0x8000_4001,
            Value = 5,
            Text = 6,
            Initializes = 1,
            Uninitializes = 2,
            Logons = 3,
            FailedLogons = 4,
            Logoffs = 5,
            OverReleases = 6,
            CallsAfterRelease = 7,
        };
        seen.References[1] = -1;
        End left = new() { Helpers = 1, Initialized = 1, Logons = 2, Logoffs = 3, OverReleases = 4, CallsAfterRelease = 5 };
        left.Counts[0] = 9;
        writer.Write(new Found { Observations = &seen, ObservationCount = 1, Ends = &left, EndCount = 1 });
        Assert.Equal(
            [
                """{"record":"observations","walk":4,"items":[{"kind":"threw","hresult":2147500033,"value":5,"text":6"""
                + ""","out":"session","age":2,"initializes":1,"uninitializes":2,"logons":3,"failedLogons":4"""
                + ""","logoffs":5,"overReleases":6,"callsAfterRelease":7,"references":[0,-1]}]}""",
                """{"record":"ends","walk":4,"items":[{"kind":"returned","counts":[9],"references":[],"initialized":1"""
                + ""","logons":2,"logoffs":3,"overReleases":4,"callsAfterRelease":5}]}""",
            ],
            journal.Records);
    }

    [Fact]
    public void No_session_has_no_age()
    {
        Observation seen = new() { Age = Observation.NoAge };
        writer.Write(new Found { Observations = &seen, ObservationCount = 1 });
        Assert.Contains("\"age\":null", Assert.Single(journal.Records), StringComparison.Ordinal);
    }

    [Fact]
    public void Nodes_have_what_follows_but_for_the_last()
    {
        Node inner = new() { Observation = 1, End = 2 };
        inner.Next[8] = 7;
        writer.Write([inner, new Node { Observation = 3, End = 4, IsLeaf = 1 }]);
        Assert.Equal(
            """{"record":"nodes","walk":4,"items":[[1,2,0,0,0,0,0,0,0,0,7],[3,4]]}""", Assert.Single(journal.Records));
    }

    [Fact]
    public void Places_of_runs_are_written_in_five_bits_a_character()
    {
        writer.Write([7, 0, 31, 32, 7, 1, 8, 1023, 65], [[0, 0], [], [0]]);
        Assert.Equal("""{"record":"runs","walk":4,"items":["70VW1","71","8_VX2"]}""", Assert.Single(journal.Records));
    }

    [Fact]
    public void Long_lists_come_in_pieces()
    {
        writer.Write(new Node[1001]);
        Assert.Equal(3, journal.Records.Count);
    }

    [Fact]
    public void A_walk_ends_with_a_record_of_its_own()
    {
        Deviation deviation = new() { Number = 1, Length = 2, Step = -1, Before = 4, Now = 5 };
        deviation.Life[0] = 5;
        deviation.Life[3] = 6;
        writer.Explored(3, 1.5, [deviation], untold: 0);
        writer.Explored(2, 2, [], untold: 7);
        writer.Write(10, 2.5, 3, new Sample
        {
            References = -1,
            PrivateBytes = 2,
            Sessions = 3,
            Handles = 4,
            Threads = 5,
            GdiObjects = 6,
            UserObjects = 7,
        });
        writer.Repeated(3.5);
        writer.Walked();
        Assert.Equal(
            [
                """{"record":"explored","walk":4,"depth":3,"micros":1.5"""
                + ""","deviations":[{"number":1,"length":2,"step":-1,"before":4,"now":5,"life":[5,0,0,6]}]}""",
                """{"record":"explored","walk":4,"depth":2,"micros":2,"deviations":[],"untold":7}""",
                """{"record":"sample","walk":4,"micros":2.5,"changed":3,"sample":{"cycle":10,"references":-1,"sessions":3"""
                + ""","handles":4,"threads":5,"privateBytes":2,"gdiObjects":6,"userObjects":7}}""",
                """{"record":"repeated","walk":4,"micros":3.5}""",
                """{"record":"walked","walk":4}""",
            ],
            journal.Records);
    }
}
