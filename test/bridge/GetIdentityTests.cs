namespace Olkconform.Bridge.Tests;

public sealed unsafe class GetIdentityTests : IDisposable
{
    private readonly FakePages pages = new();
    private readonly FakeHelper helper = new();
    private readonly ScriptMemory memory;
    private readonly StepInterpreter interpreter;

    public GetIdentityTests()
    {
        FakeProvider provider = new();
        memory = new ScriptMemory(pages);
        interpreter = new StepInterpreter(
            new ScriptState("p", provider, memory),
            new Vendor(new FakeActivation(helper.Pointer), new FakeLibrary(), null),
            provider,
            new FakeMachine(),
            new NativeCall(new PlainVendorCall(), null));
        interpreter.Run(new CreateStep("helper", SessionArgument.Withheld));
    }

    public void Dispose()
    {
        memory.Dispose();
        helper.Dispose();
    }

    [Fact]
    public void Buffer_and_size_are_passed_and_told()
    {
        helper.GetIdentity = (identity, pcch) =>
        {
            Assert.Equal(5u, *pcch);
            identity[0] = 'x';
            identity[1] = '\0';
            *pcch = 2;
            return 0;
        };
        Returned got = Run(Number(5), BufferArgument.Slack);
        Assert.Equal(0u, got.HResult);
        Assert.Equal(new PcchValues(5, 2), got.Pcch?.Value);
        Assert.Equal(new ChangedRange(0, 1), got.Buffer?.Value?.Changed);
        Assert.StartsWith("00780000", got.Buffer?.Value?.Image, StringComparison.Ordinal);
        Assert.Equal(20, got.Buffer?.Value?.Image.Length);
        Assert.False(got.MemoryChanged);
    }

    [Fact]
    public void A_guarded_buffer_ends_with_its_region()
    {
        nint end = 0;
        helper.GetIdentity = (identity, pcch) => (uint)(end = (nint)(identity + *pcch)) & 0;
        Run(Number(5), BufferArgument.Guarded);
        Assert.Contains(pages.Committed, region => region.Start + region.Length == end);
    }

    [Fact]
    public void Null_arguments_arrive_as_null_and_are_told_as_null()
    {
        helper.GetIdentity = (identity, pcch) => identity == null && pcch == null ? 0x8007_0057 : 0;
        Returned got = Run(new PcchArgument(PcchKind.Null), BufferArgument.Null);
        Assert.Equal(0x8007_0057u, got.HResult);
        Assert.Equal(new Passed<PcchValues>(null), got.Pcch);
        Assert.Equal(new Passed<BufferImage>(null), got.Buffer);
        Assert.Null(got.MemoryChanged);
    }

    [Fact]
    public void Without_a_size_the_buffer_has_64_characters() =>
        Assert.Equal(256, Run(new PcchArgument(PcchKind.Null), BufferArgument.Slack).Buffer?.Value?.Image.Length);

    [Fact]
    public void Reported_is_what_the_helper_left_the_last_time()
    {
        helper.GetIdentity = (_, pcch) =>
        {
            *pcch += 7;
            return 0x8007_000E;
        };
        Run(Number(0), BufferArgument.Null);
        Assert.Equal(new PcchValues(7, 14), Run(new PcchArgument(PcchKind.Reported), BufferArgument.Guarded).Pcch?.Value);
        Run(new PcchArgument(PcchKind.Null), BufferArgument.Null, ignorePcch: true);
        Returned third = Run(new PcchArgument(PcchKind.Reported), BufferArgument.Guarded);
        Assert.Equal(new PcchValues(14, 21), third.Pcch?.Value);
        Assert.Equal(14 * 4, third.Buffer?.Value?.Image.Length);
    }

    [Fact]
    public void Reported_before_anything_was_reported_is_not_reached() => Assert.IsType<Unreached>(
        interpreter.Run(new GetIdentityStep("helper", new PcchArgument(PcchKind.Reported), BufferArgument.Null)));

    [Fact]
    public void A_size_out_of_all_proportion_is_the_helpers_doing_and_not_reached()
    {
        helper.GetIdentity = (_, pcch) =>
        {
            *pcch = 0xCCCC_CCCC;
            return 0x8007_000E;
        };
        Run(Number(0), BufferArgument.Null);
        Unreached outcome = Assert.IsType<Unreached>(interpreter.Run(
            new GetIdentityStep("helper", new PcchArgument(PcchKind.Reported), BufferArgument.Slack)));
        Assert.Contains("3435973836", outcome.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void A_script_that_asks_for_such_a_buffer_is_the_harnesss_own_fault() => Assert.Throws<BridgeException>(
        () => interpreter.Run(new GetIdentityStep("helper", Number(uint.MaxValue), BufferArgument.Slack)));

    [Fact]
    public void Any_size_may_be_claimed_for_no_buffer()
    {
        Returned got = Run(Number(uint.MaxValue), BufferArgument.Null);
        Assert.Equal(new PcchValues(uint.MaxValue, uint.MaxValue), got.Pcch?.Value);
    }

    [Fact]
    public void What_is_written_before_the_size_is_seen()
    {
        helper.GetIdentity = (_, pcch) => pcch[-1] = 0;
        Assert.True(Run(Number(5), BufferArgument.Null).MemoryChanged);
    }

    [Fact]
    public void A_slot_is_called_with_zeroes_and_told_with_everything_it_left()
    {
        helper.GetIdentity = (identity, pcch) =>
        {
            Assert.Equal(128u, *pcch);
            Assert.True(new Span<char>(identity, 128).IndexOfAnyExcept('\0') < 0);
            identity[127] = 'z';
            *pcch = 3;
            return 9;
        };
        Returned called = Assert.IsType<Returned>(interpreter.Run(new CallSlotStep("helper", 4)));
        Assert.Equal(9u, called.HResult);
        Assert.Equal(new OutPointer("untouched", null), called.Out);
        Assert.Equal(new PcchValues(128, 3), called.Pcch?.Value);
        Assert.Equal(new ChangedRange(127, 127), called.Buffer?.Value?.Changed);
    }

    [Fact]
    public void A_slot_that_leaves_a_session_has_it_told()
    {
        helper.GetMapiSession = session =>
        {
            *session = FakeProvider.Offered;
            return 0;
        };
        Returned called = Assert.IsType<Returned>(interpreter.Run(new CallSlotStep("helper", 5)));
        Assert.Equal(new OutPointer("p2", 1), called.Out);
    }

    private static PcchArgument Number(uint characters) => new(PcchKind.Number, characters);

    private Returned Run(PcchArgument pcch, BufferArgument buffer, bool ignorePcch = false)
    {
        FakeHelper.IdentityMethod method = helper.GetIdentity;
        if (ignorePcch)
        {
            helper.GetIdentity = (_, _) => 0x8007_0057;
        }

        Returned returned = Assert.IsType<Returned>(interpreter.Run(new GetIdentityStep("helper", pcch, buffer)));
        helper.GetIdentity = method;
        return returned;
    }
}
