using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Olkconform.Bridge.Tests;

public sealed unsafe class ScriptRunnerTests : IDisposable
{
    private readonly FakePages pages = new();
    private readonly FakeProvider provider = new();
    private readonly FakeJournal journal = new();
    private readonly FakeHelper helper = new();
    private readonly FakeActivation activation;
    private readonly Vendor vendor;
    private readonly FakeLibrary library = new();
    private readonly FakeMachine machine = new();
    /// <summary>How many reloads were still to come each time that one was announced.</summary>
    private readonly List<int> reloadsSeen = [];
    private int mapiSeen;
    /// <summary>The last record there was, each time that a step had been done.</summary>
    private readonly List<string> lastAfterStep = [];
    private readonly ScriptRunner runner;

    public ScriptRunnerTests()
    {
        activation = new FakeActivation(helper.Pointer);
        vendor = new Vendor(activation, library, null);
        runner = Runner(null);
    }

    public void Dispose() => helper.Dispose();

    [Fact]
    public void A_step_is_recorded_before_it_is_done_and_its_result_after()
    {
        string last = string.Empty;
        activation.OnCreate = () => last = journal.Records[^1];
        Run(new CreateStep("helper", SessionArgument.Withheld), new ReleaseStep("helper"));
        Assert.Equal("""{"record":"step","script":7,"step":0}""", last);
        Assert.Equal(["script", "step", "result", "step", "result", "end"], Records().Select(r => Text(r, "record")));
        Assert.Equal((1, 1), (provider.Begun, provider.Ended));
    }

    [Fact]
    public void What_a_step_did_is_looked_at_while_it_is_still_the_step_at_work()
    {
        Run(new CreateStep("helper", SessionArgument.Withheld), new ReleaseStep("helper"));
        Assert.Equal(
            ["{\"record\":\"step\",\"script\":7,\"step\":0}", "{\"record\":\"step\",\"script\":7,\"step\":1}"],
            lastAfterStep);
    }

    [Fact]
    public void Memory_is_freed_when_the_script_has_ended()
    {
        Run(new CreateStep("helper", SessionArgument.Withheld));
        Assert.NotEmpty(pages.Committed);
        Assert.Equal(pages.Committed, pages.Freed);
    }

    [Fact]
    public void Events_belong_to_the_step_during_which_they_came()
    {
        provider.Receive(ProviderEventKind.Initialize, 0, string.Empty);
        activation.OnCreate = () =>
        {
            provider.Receive(ProviderEventKind.Logon, 1, "name");
            provider.Receive(ProviderEventKind.AddRef, 1, string.Empty);
        };
        Run(new ObserveStep(), new CreateStep("helper", SessionArgument.Withheld), new ObserveStep());
        Assert.Equal(2, mapiSeen);
        Assert.Equal(["initialize"], Events(2));
        Assert.Equal(["logon", "addRef"], Events(4));
        Assert.Empty(Events(6));
    }

    [Fact]
    public void A_reload_is_announced_before_it_is_done()
    {
        library.Reloads.Enqueue(new ReloadResult(0, true));
        Run(new ObserveStep(), new ReloadStep(1));
        Assert.Equal([1], reloadsSeen);
        Assert.Empty(library.Reloads);
    }

    [Fact]
    public void An_exception_of_the_vendors_code_is_an_outcome_and_the_script_goes_on()
    {
        activation.OnCreate = () => throw new DivideByZeroException();
        Run(new CreateStep("helper", SessionArgument.Withheld), new ObserveStep());
        Assert.Equal("threw", Text(Records()[2].GetProperty("outcome"), "kind"));
        Assert.Equal("end", Text(Records()[^1], "record"));
    }

    [Fact]
    public void The_threads_exception_frames_are_put_back_after_an_exception()
    {
        FakeFrames frames = new() { Head = 0x77 };
        activation.OnCreate = () =>
        {
            frames.Head = 0x99;
            throw new DivideByZeroException();
        };
        Runner(frames).Run(0, Script(new CreateStep("helper", SessionArgument.Withheld)), vendor);
        Assert.Equal(0x77, frames.Head);
    }

    [Fact]
    public void A_fault_of_the_bridge_itself_is_no_outcome()
    {
        BridgeException fault = Assert.Throws<BridgeException>(() => Run(
            new CreateStep("helper", SessionArgument.Withheld),
            new GetIdentityStep("helper", new PcchArgument(PcchKind.Number, uint.MaxValue), BufferArgument.Slack)));
        Assert.Contains("cannot be lent", fault.Message, StringComparison.Ordinal);
        Assert.Equal("""{"record":"step","script":7,"step":1}""", journal.Records[^1]);
        Assert.Equal(pages.Committed, pages.Freed);
    }

    [Fact]
    public void A_refused_script_has_every_step_unreached_with_the_reason()
    {
        runner.Refuse(7, Script(new ObserveStep(), new ObserveStep()), "the reason");
        List<JsonElement> records = Records();
        Assert.Equal(["script", "step", "result", "step", "result", "end"], records.Select(r => Text(r, "record")));
        Assert.All([records[2], records[4]], r => Assert.Equal("the reason", Text(r.GetProperty("outcome"), "why")));
    }

    [Fact]
    public void A_step_that_makes_no_call_took_no_time()
    {
        Run(new CreateStep("helper", SessionArgument.Withheld), new ObserveStep());
        Assert.True(Records()[2].GetProperty("micros").GetDouble() > 0);
        Assert.Equal(0, Records()[4].GetProperty("micros").GetDouble());
    }

    private static string? Text(JsonElement record, string name) => record.GetProperty(name).GetString();

    private List<JsonElement> Records() => [.. journal.Records.Select(r => JsonDocument.Parse(r).RootElement)];

    private IEnumerable<string?> Events(int record) =>
        Records()[record].GetProperty("events").EnumerateArray().Select(e => Text(e, "kind"));

    [Fact]
    public void A_step_for_the_second_thread_is_done_there_and_knows_the_objects_of_the_first()
    {
        List<Thread> threads = [];
        activation.OnCreate = () => threads.Add(Thread.CurrentThread);
        RunOnTwo(
            new CreateStep("first", SessionArgument.Withheld),
            new CreateStep("second", SessionArgument.Withheld) { OnSecondThread = true },
            new AddRefStep("first") { OnSecondThread = true },
            new AddRefStep("second"));
        Assert.Equal(Thread.CurrentThread, threads[0]);
        Assert.NotEqual(Thread.CurrentThread, threads[1]);
        Assert.All(
            Records().Where(record => Text(record, "record") == "result"),
            record => Assert.Equal("returned", Text(record.GetProperty("outcome"), "kind")));
    }

    [Fact]
    public void What_the_provider_refuses_is_one_plan_for_both_threads()
    {
        RunOnTwo(
            new ConfigureProviderStep(1, null, null),
            new ConfigureProviderStep(null, 2, null) { OnSecondThread = true },
            new ConfigureProviderStep(null, null, true));
        Assert.Equal(
            new ProviderPlan { FailInitialize = 1, FailLogon = 2, RefuseSessionInterface = 1 }, provider.Plan);
    }

    [Fact]
    public void The_DLL_registers_itself_in_one_registry_for_both_threads()
    {
        library.Exports["DllRegisterServer"] = (nint)(delegate* unmanaged[Stdcall]<uint>)&OnRegister;
        RunOnTwo(new RegisterServerStep(false), new RegisterServerStep(false) { OnSecondThread = true });
        Assert.True(Assert.Single(machine.Registries).IsGone);
    }

    [Fact]
    public void A_kind_of_thread_that_has_no_second_one_is_a_fault_of_the_bridge() =>
        Assert.Throws<BridgeException>(() => Run(
            new CreateStep("helper", SessionArgument.Withheld) { OnSecondThread = true }));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvStdcall)])]
    private static uint OnRegister() => 0;

    private void RunOnTwo(params Step[] steps)
    {
        FakeHome other = new();
        Runner(null, () => new OtherThread(other, () => new NativeCall(new PlainVendorCall(), null)))
            .Run(7, Script(steps), vendor);
    }

    private void Run(params Step[] steps) => runner.Run(7, Script(steps), vendor);

    private static Script Script(params Step[] steps) => new("p", ApartmentKind.Sta, steps);

    private ScriptRunner Runner(FakeFrames? frames, Func<OtherThread>? second = null) => new(
        provider,
        pages,
        new JournalWriter(journal),
        machine,
        new NativeCall(new PlainVendorCall(), frames),
        () => mapiSeen++,
        () => reloadsSeen.Add(library.Reloads.Count),
        () => lastAfterStep.Add(journal.Records[^1]),
        second);

    private sealed class FakeFrames : IExceptionFrames
    {
        public nint Head { get; set; }
    }
}
