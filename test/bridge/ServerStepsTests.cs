using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Olkconform.Bridge.Tests;

/// <summary>Exports made of static methods; what they see is kept a thread, as each test has one.</summary>
public sealed unsafe class ServerStepsTests : IDisposable
{
    private static readonly Guid Clsid = new("6f0e9c52-3b7a-4d8e-9a41-c2d5b8e07f13");
    private static readonly Guid Iid = new("00000001-0000-0000-c000-000000000046");

    [ThreadStatic]
    private static string? asked;

    [ThreadStatic]
    private static nint given;

    [ThreadStatic]
    private static Func<uint>? onCall;

    private readonly FakePages pages = new();
    private readonly FakeProvider provider = new();
    private readonly FakeHelper helper = new();
    private readonly FakeLibrary library = new();
    private readonly FakeMachine machine = new();
    private readonly ScriptMemory memory;
    private readonly ScriptState state;

    public ServerStepsTests()
    {
        memory = new ScriptMemory(pages);
        state = new ScriptState("p", provider, memory);
        library.Exports["DllGetClassObject"] = (nint)(delegate* unmanaged[Stdcall]<Guid*, Guid*, nint*, uint>)&OnGetClassObject;
        library.Exports["DllCanUnloadNow"] = library.Exports["DllRegisterServer"] =
            library.Exports["DllUnregisterServer"] = (nint)(delegate* unmanaged[Stdcall]<uint>)&OnCall;
        given = helper.Pointer;
        onCall = () => 1;
    }

    public void Dispose()
    {
        state.Dispose();
        memory.Dispose();
        helper.Dispose();
    }

    [Fact]
    public void An_export_that_is_not_there_is_named()
    {
        library.Exports.Clear();
        StepInterpreter interpreter = Interpreter();
        Step[] steps =
        [
            new GetClassObjectStep(Clsid, Iid, "f"),
            new CanUnloadNowStep(),
            new RegisterServerStep(false),
            new RegisterServerStep(true),
        ];
        Assert.Equal(
            ["DllGetClassObject", "DllCanUnloadNow", "DllRegisterServer", "DllUnregisterServer"],
            steps.Select(step => Assert.IsType<Unreached>(interpreter.Run(step)).Why.Replace("the DLL exports no ", null)));
        Assert.Empty(machine.Registries);
    }

    [Fact]
    public void A_class_object_is_asked_for_by_class_and_bound()
    {
        StepInterpreter interpreter = Interpreter(Clsid);
        Returned got = Run(interpreter, new GetClassObjectStep(null, Iid, "factory"));
        Assert.Equal($"{Clsid} {Iid}", asked);
        Assert.Equal("p1", got.Out?.Pointer);
        Assert.Equal(2u, Run(interpreter, new AddRefStep("factory")).Count);
        Run(interpreter, new GetClassObjectStep(Iid, Clsid, "other"));
        Assert.Equal($"{Iid} {Clsid}", asked);
    }

    [Fact]
    public void Without_a_class_of_the_activation_there_is_nothing_to_ask_for() => Assert.Equal(
        "the helper is not made through a class object",
        Assert.IsType<Unreached>(Interpreter().Run(new GetClassObjectStep(null, Iid, "factory"))).Why);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_instance_is_asked_for_with_or_without_an_outer_object(bool isAggregated)
    {
        // Slot 3 of a class object is CreateInstance, as it is Placeholder1 of a helper.
        nint outer = -1;
        helper.Placeholder1 = argument => (uint)(outer = argument) & 0;
        StepInterpreter interpreter = Interpreter(Clsid);
        Run(interpreter, new GetClassObjectStep(null, Iid, "factory"));
        Run(
            interpreter,
            new CreateInstanceStep("factory", isAggregated ? OuterArgument.Harness : OuterArgument.Null, Iid, "inner"));
        Assert.Equal(isAggregated, outer != 0);
        if (isAggregated)
        {
            Assert.Equal(2u, Vtable.AddRef(new PlainVendorCall(), outer));
        }
    }

    [Fact]
    public void CanUnloadNow_answers_with_its_hresult() =>
        Assert.Equal(1u, Run(Interpreter(), new CanUnloadNowStep()).HResult);

    [Fact]
    public void Registration_is_redirected_while_it_runs_and_thrown_away_with_the_script()
    {
        RegistryValue value = new(@"HKEY_CLASSES_ROOT\CLSID", "name", "value");
        machine.Registered = [value];
        bool wasRedirected = false;
        onCall = () =>
        {
            wasRedirected = machine.Registries[0].IsRedirected;
            return 0;
        };
        StepInterpreter interpreter = Interpreter();
        Assert.Equal([value], Run(interpreter, new RegisterServerStep(false)).Registry ?? []);
        Run(interpreter, new RegisterServerStep(true));
        Assert.True(wasRedirected);
        Assert.False(Assert.Single(machine.Registries).IsRedirected);
        Assert.False(machine.Registries[0].IsGone);
        state.Dispose();
        Assert.True(machine.Registries[0].IsGone);
    }

    [Fact]
    public void Reload_tells_whether_the_library_ever_stayed()
    {
        library.Reloads.Enqueue(new ReloadResult(0, false));
        library.Reloads.Enqueue(new ReloadResult(0, true));
        Assert.Equal(new ReloadResult(0, false), Run(Interpreter(), new ReloadStep(2)).Reload);
    }

    [Fact]
    public void After_a_reload_that_failed_nothing_is_done_any_more()
    {
        library.Reloads.Enqueue(new ReloadResult(1114, true));
        StepInterpreter interpreter = Interpreter();
        Assert.Equal(new ReloadResult(1114, true), Run(interpreter, new ReloadStep(25)).Reload);
        Assert.Equal("the DLL did not load again", Assert.IsType<Unreached>(interpreter.Run(new CanUnloadNowStep())).Why);
    }

    [Fact]
    public void The_apartment_is_what_the_system_tells()
    {
        machine.Apartment = new ApartmentFacts(1, 2, 3);
        Assert.Equal(machine.Apartment, Run(Interpreter(), new ObserveApartmentStep()).Apartment);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(16, 3)]
    public void A_hammered_object_has_been_counted_up_and_down_by_every_thread(uint threads, uint hammering)
    {
        StepInterpreter interpreter = Interpreter();
        Run(interpreter, new CreateStep("helper", SessionArgument.Withheld));
        Assert.Equal(new Returned(), Run(interpreter, new HammerStep("helper", threads, 1000)));
        Assert.Equal(1u, helper.References);
        Assert.Equal(1000u * hammering, helper.AddRefs);
    }

    [Fact]
    public void Registers_that_a_call_lost_are_named_and_forgotten_with_the_next_step()
    {
        PlainVendorCall call = new();
        StepInterpreter interpreter = Interpreter(call: call);
        onCall = () => call.Lost = 0b1001 | (1 << 8) | (1 << 18);
        Assert.Equal(["rbx", "rdi", "xmm6", "rsp"], Run(interpreter, new CanUnloadNowStep()).Clobbered ?? []);
        Assert.Equal("fpcw", Assert.Single(Registers.Names(1 << 21)));
    }

    private static Returned Run(StepInterpreter interpreter, Step step) => Assert.IsType<Returned>(interpreter.Run(step));

    private StepInterpreter Interpreter(Guid? clsid = null, PlainVendorCall? call = null) => new(
        state,
        new Vendor(new FakeActivation(helper.Pointer), library, clsid),
        provider,
        machine,
        new NativeCall(call ?? new PlainVendorCall(), null));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvStdcall)])]
    private static uint OnGetClassObject(Guid* clsid, Guid* iid, nint* result)
    {
        asked = $"{*clsid} {*iid}";
        *result = given;
        return 0;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvStdcall)])]
    private static uint OnCall() => onCall!();
}
