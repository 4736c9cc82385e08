namespace Olkconform.Bridge.Tests;

public sealed unsafe class StepInterpreterTests : IDisposable
{
    private static readonly Guid SomeId = new("9240a6cb-af41-11d2-8c3b-00104b2a6676");

    private readonly FakePages pages = new();
    private readonly FakeProvider provider = new();
    private readonly FakeHelper helper = new();
    private readonly FakeActivation activation;
    private readonly ScriptMemory memory;
    private readonly StepInterpreter interpreter;

    public StepInterpreterTests()
    {
        activation = new FakeActivation(helper.Pointer);
        memory = new ScriptMemory(pages);
        interpreter = new StepInterpreter(
            new ScriptState("a profile", provider, memory),
            new Vendor(activation, new FakeLibrary(), null),
            provider,
            new FakeMachine(),
            new NativeCall(new PlainVendorCall(), null));
    }

    public void Dispose()
    {
        memory.Dispose();
        helper.Dispose();
    }

    [Fact]
    public void Create_gives_profile_and_session_and_yields_the_helper()
    {
        Returned created = Run(new CreateStep("helper", SessionArgument.Offered));
        Assert.Equal("a profile", activation.Profile);
        Assert.Equal(FakeProvider.Offered, activation.Session);
        Assert.Equal(0u, created.HResult);
        Assert.Equal(new OutPointer("p1", null), created.Out);
        Assert.Equal(2u, Run(new AddRefStep("helper")).Count);
        Assert.Equal(1u, Run(new ReleaseStep("helper")).Count);
    }

    [Fact]
    public void A_withheld_session_is_null_and_none_is_made()
    {
        Run(new CreateStep("helper", SessionArgument.Withheld));
        Assert.Equal(0, activation.Session);
        Assert.Equal(0, provider.Offers);
    }

    [Fact]
    public void All_create_steps_of_a_script_share_one_session_unless_they_ask_for_the_second()
    {
        Run(new CreateStep("first", SessionArgument.Offered));
        Run(new CreateStep("second", SessionArgument.Offered));
        Assert.Equal(1, provider.Offers);
        Run(new CreateStep("third", SessionArgument.Second));
        Assert.Equal(2, provider.Offers);
    }

    [Fact]
    public void A_failed_call_yields_nothing_even_if_it_left_a_pointer()
    {
        activation.Answer = 0x8000_4005;
        Returned created = Run(new CreateStep("helper", SessionArgument.Withheld));
        Assert.Equal("p1", created.Out?.Pointer);
        Assert.Equal("no earlier step has yielded an object `helper`", Unreached(new AddRefStep("helper")));
    }

    [Fact]
    public void A_name_that_is_yielded_again_in_vain_is_no_longer_bound()
    {
        Run(new CreateStep("helper", SessionArgument.Withheld));
        activation.Answer = 0x8000_4005;
        Run(new CreateStep("helper", SessionArgument.Withheld));
        Unreached(new AddRefStep("helper"));
    }

    [Fact]
    public void A_name_is_no_longer_bound_after_a_call_that_threw()
    {
        Run(new CreateStep("helper", SessionArgument.Withheld));
        activation.OnCreate = () => throw new DivideByZeroException();
        Assert.IsType<Threw>(interpreter.Run(new CreateStep("helper", SessionArgument.Withheld)));
        Unreached(new AddRefStep("helper"));
    }

    [Fact]
    public void Query_passes_the_iid_and_tells_what_the_pointer_became()
    {
        Create();
        helper.QueryInterface = (iid, result) =>
        {
            *result = iid == SomeId ? helper.Pointer : 0;
            return iid == SomeId ? 0u : 0x8000_4002;
        };
        Assert.Equal("p1", Run(new QueryStep("helper", SomeId, OutArgument.Memory, "same")).Out?.Pointer);
        Assert.Equal(2u, Run(new AddRefStep("same")).Count);
        Returned refused = Run(new QueryStep("helper", Guid.Empty, OutArgument.Memory, "none"));
        Assert.Equal(0x8000_4002u, refused.HResult);
        Assert.Equal("null", refused.Out?.Pointer);
        Unreached(new ReleaseStep("none"));
    }

    [Fact]
    public void A_sentinel_that_is_left_alone_is_untouched_and_yields_nothing()
    {
        Create();
        helper.GetMapiSession = _ => 0;
        Returned got = Run(new GetMapiSessionStep("helper", OutArgument.Memory, "session"));
        Assert.Equal(new OutPointer("untouched", null), got.Out);
        Unreached(new ReleaseStep("session"));
    }

    [Fact]
    public void A_null_out_argument_arrives_as_null_and_is_not_reported()
    {
        Create();
        helper.GetMapiSession = session => session == null ? 0x8000_4003 : 0u;
        Returned got = Run(new GetMapiSessionStep("helper", OutArgument.Null, null));
        Assert.Equal(0x8000_4003u, got.HResult);
        Assert.Null(got.Out);
        Assert.Null(got.MemoryChanged);
    }

    [Fact]
    public void A_session_is_told_by_the_providers_number()
    {
        Create();
        helper.GetMapiSession = session =>
        {
            *session = FakeProvider.Offered;
            return 0;
        };
        Assert.Equal(
            new OutPointer("p2", 1), Run(new GetMapiSessionStep("helper", OutArgument.Memory, "session")).Out);
    }

    [Fact]
    public void What_is_written_beside_an_out_pointer_is_seen()
    {
        Create();
        helper.GetMapiSession = session =>
        {
            session[-1] = 0;
            return 0;
        };
        Assert.True(Run(new GetMapiSessionStep("helper", OutArgument.Memory, null)).MemoryChanged);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(64, true)]
    public void Placeholder1_is_lent_64_bytes_that_are_watched(int overwritten, bool changed)
    {
        Create();
        helper.Placeholder1 = argument =>
        {
            new Span<byte>((byte*)argument + 64 - overwritten, overwritten).Clear();
            return 0x8000_4001;
        };
        Returned called = Run(new Placeholder1Step("helper", OutArgument.Memory));
        Assert.Equal(0x8000_4001u, called.HResult);
        Assert.Equal(changed, called.MemoryChanged);
    }

    [Fact]
    public void Placeholder1_can_be_given_null()
    {
        Create();
        nint given = -1;
        helper.Placeholder1 = argument => (uint)(given = argument);
        Assert.Null(Run(new Placeholder1Step("helper", OutArgument.Null)).MemoryChanged);
        Assert.Equal(0, given);
    }

    [Fact]
    public void HandsOffSession_answers_with_its_hresult()
    {
        Create();
        Assert.Equal(0x8000_4001u, Run(new HandsOffSessionStep("helper")).HResult);
    }

    [Fact]
    public void Configure_keeps_what_it_does_not_name()
    {
        Run(new ConfigureProviderStep(1, 2, true));
        Run(new ConfigureProviderStep(null, 5, null));
        Assert.Equal(new ProviderPlan { FailInitialize = 1, FailLogon = 5, RefuseSessionInterface = 1 }, provider.Plan);
        Run(new ConfigureProviderStep(7, null, false));
        Assert.Equal(new ProviderPlan { FailInitialize = 7, FailLogon = 5, RefuseSessionInterface = 0 }, provider.Plan);
    }

    [Fact]
    public void Observe_reports_nothing_of_its_own() => Assert.Equal(new Returned(), Run(new ObserveStep()));

    private void Create() => Run(new CreateStep("helper", SessionArgument.Offered));

    private Returned Run(Step step) => Assert.IsType<Returned>(interpreter.Run(step));

    private string Unreached(Step step) => Assert.IsType<Unreached>(interpreter.Run(step)).Why;
}
