namespace Olkconform.Bridge.Tests;

public sealed class JournalWriterTests : IDisposable
{
    private readonly FakeJournal journal = new();
    private readonly JournalWriter writer;

    public JournalWriterTests() => writer = new JournalWriter(journal);

    public void Dispose() => writer.Dispose();

    [Fact]
    public void Records_without_a_result_are_these()
    {
        writer.Load();
        writer.Loaded(126, [], []);
        writer.Script(1);
        writer.Step(1, 2);
        writer.End(1);
        Assert.Equal(
            [
                """{"record":"load"}""",
                """{"record":"loaded","error":126,"events":[],"libraries":[]}""",
                """{"record":"script","script":1}""",
                """{"record":"step","script":1,"step":2}""",
                """{"record":"end","script":1}""",
            ],
            journal.Records);
    }

    [Fact]
    public void A_result_has_outcome_provider_events_and_duration()
    {
        FakeProvider provider = new();
        provider.Known.Add(new SessionCounters
        {
            Id = 1,
            Origin = SessionOrigin.Logon,
            References = 2,
            OverReleases = 3,
            CallsAfterRelease = 4,
            Logoffs = 5,
        });
        provider.Receive(ProviderEventKind.Logon, 1, "\ud800 profile");
        provider.Receive(ProviderEventKind.Uninitialize, 0, string.Empty);
        writer.Result(3, 4, new Returned { HResult = 0x8000_4001 }, new ProviderWatch(provider).Look(), 1.26);
        Assert.Equal(
            """{"record":"result","script":3,"step":4,"outcome":{"kind":"returned","hresult":2147500033}"""
            + ""","provider":{"initializes":11,"uninitializes":12,"logons":13,"failedLogons":14,"sessions":["""
            + """{"id":1,"origin":"logon","references":2,"overReleases":3,"callsAfterRelease":4,"logoffs":5}]}"""
            + ""","events":[{"kind":"logon","session":1,"answer":5,"flags":6,"text":"\ud800 profile"},"""
            + """{"kind":"uninitialize","session":null,"answer":5,"flags":6,"text":""}],"micros":1.3}""",
            journal.Records[0]);
    }

    [Fact]
    public void Of_a_mapi_that_does_not_count_only_sessions_are_told()
    {
        FakeProvider provider = new() { CountsCalls = false };
        provider.Known.Add(new SessionCounters { Id = 1, References = 2, OverReleases = 3 });
        writer.Result(3, 4, new Returned(), new ProviderWatch(provider).Look(), 0);
        Assert.Equal(
            """{"record":"result","script":3,"step":4,"outcome":{"kind":"returned"},"provider":null,"sessions":["""
            + """{"id":1,"origin":"offered","references":2,"overReleases":3}],"events":[],"micros":0}""",
            journal.Records[0]);
    }

    [Fact]
    public void Whose_mapi_it_is_is_told_and_what_refuses()
    {
        writer.Mapi("Outlook", null);
        writer.Mapi(new string('x', 300), new MapiRefusal("logon", 0x8004_0111));
        Assert.Equal("""{"record":"mapi","client":"Outlook","refused":null}""", journal.Records[0]);
        string client = new('x', 200);
        Assert.Equal(
            $$$"""{"record":"mapi","client":"{{{client}}}","refused":{"by":"logon","answer":2147746065}}""",
            journal.Records[1]);
    }

    [Fact]
    public void An_outcome_has_what_its_step_has_a_use_for_and_no_more()
    {
        Assert.Equal("""{"kind":"returned"}""", Outcome(new Returned()));
        Assert.Equal("""{"kind":"returned","count":0}""", Outcome(new Returned { Count = 0 }));
        Assert.Equal("""{"kind":"threw","code":541541187}""", Outcome(new Threw(0x2047_4343)));
        Assert.Equal("""{"kind":"unreached","why":"so"}""", Outcome(new Unreached("so")));
    }

    [Fact]
    public void An_argument_that_was_null_is_told_as_null() => Assert.Equal(
        """{"kind":"returned","pcch":null,"buffer":null}""",
        Outcome(new Returned { Pcch = new Passed<PcchValues>(null), Buffer = new Passed<BufferImage>(null) }));

    [Fact]
    public void An_outcome_can_have_it_all() => Assert.Equal(
        """{"kind":"returned","hresult":0,"out":{"pointer":"p1","session":2},"pcch":{"before":3,"after":4}"""
        + ""","buffer":{"image":"0041","changed":[5,6],"changedBefore":7,"changedBehind":8},"memoryChanged":false}""",
        Outcome(new Returned
        {
            HResult = 0,
            Out = new OutPointer("p1", 2),
            Pcch = new Passed<PcchValues>(new PcchValues(3, 4)),
            Buffer = new Passed<BufferImage>(new BufferImage("0041", new ChangedRange(5, 6), 7, 8)),
            MemoryChanged = false,
        }));

    [Fact]
    public void The_surroundings_of_a_call_are_told() => Assert.Equal(
        """{"kind":"returned","apartment":{"hresult":1,"type":2,"qualifier":3}"""
        + ""","registry":[{"key":"k","name":"\ud800","value":"v"}],"reload":{"error":4,"unloaded":false}"""
        + ""","clobbered":["rdi"],"manager":[{"method":"Init","flags":5,"answer":6,"helper":7},"""
        + """{"method":"Advise","flags":0,"answer":8}]}""",
        Outcome(new Returned
        {
            Apartment = new ApartmentFacts(1, 2, 3),
            Registry = [new RegistryValue("k", "\ud800", "v")],
            Reload = new ReloadResult(4, false),
            Clobbered = ["rdi"],
            Manager = [new ManagerCall("Init", 5, 6, 7), new ManagerCall("Advise", 0, 8, null)],
        }));

    [Fact]
    public void What_loading_the_dll_did_is_told()
    {
        FakeProvider provider = new();
        provider.Receive(ProviderEventKind.Initialize, 0, string.Empty);
        writer.Loaded(0, [.. provider.Received], ["cabinet.dll"]);
        Assert.Equal(
            """{"record":"loaded","error":0,"events":[{"kind":"initialize","session":null,"answer":5,"flags":6,"text":""}]"""
            + ""","libraries":["cabinet.dll"]}""",
            journal.Records[0]);
    }

    [Fact]
    public void No_session_and_no_change_are_null() => Assert.Equal(
        """{"kind":"returned","out":{"pointer":"null","session":null}"""
        + ""","buffer":{"image":"","changed":null,"changedBefore":0,"changedBehind":0}}""",
        Outcome(new Returned
        {
            Out = new OutPointer("null", null),
            Buffer = new Passed<BufferImage>(new BufferImage(string.Empty, null, 0, 0)),
        }));

    private string Outcome(Outcome outcome)
    {
        writer.Result(0, 0, outcome, new ProviderState(default, [], []), 0);
        string record = journal.Records[^1];
        int start = record.IndexOf("\"outcome\":", StringComparison.Ordinal) + 10;
        return record[start..record.IndexOf(",\"provider\":", StringComparison.Ordinal)];
    }
}
