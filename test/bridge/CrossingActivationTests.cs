namespace Olkconform.Bridge.Tests;

public sealed unsafe class CrossingActivationTests : IDisposable
{
    private const nint Untouched = 0x1234;

    private readonly FakeHelper helper = new();
    private readonly FakeHelper proxy = new();
    private readonly FakeMachine machine = new();
    private readonly FakeHome home = new();
    private readonly FakeActivation made;
    private readonly CrossingActivation crossing;
    private readonly List<Thread> callsMadeReadyOn = [];
    private readonly List<(Guid Iid, bool IsAtHome)> asked = [];

    public CrossingActivationTests()
    {
        made = new FakeActivation(helper.Pointer);
        OtherThread thread = new(home, () =>
        {
            callsMadeReadyOn.Add(Thread.CurrentThread);
            return new NativeCall(new PlainVendorCall(), null);
        });
        crossing = new CrossingActivation(made, thread, machine);
    }

    public void Dispose()
    {
        helper.Dispose();
        proxy.Dispose();
    }

    [Fact]
    public void The_helper_is_made_and_asked_at_home()
    {
        Thread? maker = null;
        made.OnCreate = () => maker = Thread.CurrentThread;
        Claims(ComIds.AgileObject);
        Assert.Equal(helper.Pointer, Create());
        Assert.NotNull(maker);
        Assert.NotEqual(Thread.CurrentThread, maker);
        Assert.NotEmpty(asked);
        Assert.All(asked, question => Assert.True(question.IsAtHome));
    }

    [Fact]
    public void Calls_at_home_are_made_ready_once_and_there()
    {
        Claims(ComIds.AgileObject);
        Create();
        Create();
        Assert.NotEqual(Thread.CurrentThread, Assert.Single(callsMadeReadyOn));
    }

    [Fact]
    public void An_agile_helpers_pointer_is_handed_over_as_it_is_with_its_one_reference()
    {
        machine.OnMarshal = _ => throw new InvalidOperationException("COM would make a proxy");
        Claims(ComIds.AgileObject);
        Assert.Equal(helper.Pointer, Create());
        Assert.Equal(1u, helper.References);
    }

    [Fact]
    public void A_helper_with_a_marshaler_goes_through_COM_and_arrives_with_one_reference()
    {
        nint marshalled = 0;
        machine.OnMarshal = unknown =>
        {
            // As the free-threaded marshaler does it: the stream's reference becomes the one that arrives.
            Vtable.AddRef(new PlainVendorCall(), unknown);
            return marshalled = unknown;
        };
        Claims(ComIds.Marshal, ComIds.AgileObject);
        Assert.Equal(helper.Pointer, Create());
        Assert.Equal(helper.Pointer, marshalled);
        Assert.Equal(1u, helper.References);
    }

    [Fact]
    public void A_helper_without_a_claim_stays_and_is_released()
    {
        Claims();
        StayedException stayed = Refusal();
        Assert.Equal("it answers neither IMarshal nor IAgileObject", stayed.Message);
        Assert.Equal(0u, helper.References);
    }

    [Fact]
    public void A_proxy_is_no_helper()
    {
        machine.OnMarshal = _ => proxy.Pointer;
        Claims(ComIds.Marshal);
        StayedException stayed = Refusal();
        Assert.Contains("proxy", stayed.Message, StringComparison.Ordinal);
        Assert.Equal(0u, proxy.References);
        Assert.Equal(0u, helper.References);
    }

    [Theory]
    [InlineData(0x8000_4001, 0, "CoMarshalInterThreadInterfaceInStream answered 0x80004001")]
    [InlineData(0, 0x8000_4005, "CoGetInterfaceAndReleaseStream answered 0x80004005")]
    public void What_COM_refuses_stays(uint marshal, uint unmarshal, string why)
    {
        machine.MarshalAnswer = marshal;
        machine.UnmarshalAnswer = unmarshal;
        Claims(ComIds.Marshal);
        Assert.Equal(why, Refusal().Message);
        Assert.Equal(0u, helper.References);
    }

    [Fact]
    public void Where_nothing_was_made_nothing_is_handed_over()
    {
        Claims();
        made.Answer = 0x8000_4005;
        Assert.Equal(helper.Pointer, Create());
        Assert.Empty(asked);
        Assert.Equal(1u, helper.References);
    }

    [Fact]
    public void An_exception_at_home_arrives_as_the_vendors()
    {
        made.OnCreate = () => throw new DivideByZeroException();
        Assert.Throws<NativeException>(() => { Create(); });
    }

    [Fact]
    public void A_script_tells_why_a_helper_has_stayed_and_goes_on()
    {
        using ScriptMemory memory = new(new FakePages());
        Claims();
        FakeProvider provider = new();
        StepInterpreter interpreter = new(
            new ScriptState("p", provider, memory),
            new Vendor(crossing, new FakeLibrary(), null),
            provider,
            machine,
            new NativeCall(new PlainVendorCall(), null));
        Unreached create = Assert.IsType<Unreached>(interpreter.Run(new CreateStep("helper", SessionArgument.Withheld)));
        Assert.Equal(
            "only the apartment that made the helper may call it: it answers neither IMarshal nor IAgileObject", create.Why);
        Assert.IsType<Unreached>(interpreter.Run(new ReleaseStep("helper")));
    }

    private void Claims(params Guid[] claimed) => helper.QueryInterface = (iid, result) =>
    {
        asked.Add((iid, Thread.CurrentThread == home.Worker));
        bool has = iid == ComIds.Unknown || claimed.Contains(iid);
        *result = has ? helper.Pointer : 0;
        if (has)
        {
            Vtable.AddRef(new PlainVendorCall(), helper.Pointer);
        }

        return has ? 0 : HResults.NoInterface;
    };

    private StayedException Refusal() => Assert.Throws<StayedException>(() => { Create(); });

    private nint Create()
    {
        nint created = Untouched;
        fixed (char* profile = "p")
        {
            crossing.Create((nint)profile, 0, (nint)(&created));
        }

        return created;
    }
}
