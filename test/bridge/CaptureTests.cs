using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Olkconform.Bridge.Tests;

/// <summary>A client's entry made of a static method; what it does is told by a test.</summary>
public sealed unsafe class CaptureTests : IDisposable
{
    [ThreadStatic]
    private static Func<uint>? onEntry;

    private readonly FakeHelper helper = new();
    private readonly FakeLibrary library = new();
    private readonly FakeMachine machine = new();
    private readonly FakeClient client;
    private readonly IActivation activation;

    public CaptureTests()
    {
        client = new FakeClient(machine);
        helper.QueryInterface = (iid, result) =>
        {
            *result = helper.Pointer;
            Vtable.AddRef(new PlainVendorCall(), helper.Pointer);
            return iid == AccountManager.HelperIid ? 0 : 0x8000_4002;
        };
        library.Exports["Entry"] = (nint)(delegate* unmanaged[Stdcall]<nint, nint, uint>)&OnEntry;
        activation = Activation.Of(new CaptureActivationRequest("Entry"), library, new PlainVendorCall(), machine).Activation;
    }

    public void Dispose() => helper.Dispose();

    [Fact]
    public void The_helper_that_arrives_at_Init_is_yielded_with_a_reference()
    {
        onEntry = () =>
        {
            nint manager = client.CreateManager();
            uint answer = FakeClient.Init(manager, helper.Pointer, 1);
            Assert.Equal(3u, helper.References);
            FakeClient.Release(manager);
            return answer;
        };
        Assert.Equal((0u, helper.Pointer), Create());
        Assert.Equal(2u, helper.References);
        Assert.Equal([new ManagerCall("Init", 1, 0, 0)], activation.TakeManagerCalls());
        Assert.Empty(activation.TakeManagerCalls());
    }

    [Fact]
    public void The_manager_keeps_the_helper_until_its_own_last_release()
    {
        nint manager = 0;
        onEntry = () => FakeClient.Init(manager = client.CreateManager(), helper.Pointer, 0);
        Create();
        Assert.Equal(3u, helper.References);
        FakeClient.Release(manager);
        Assert.Equal(2u, helper.References);
    }

    [Fact]
    public void Without_Init_there_is_no_helper()
    {
        onEntry = () => 0x8000_4005;
        Assert.Equal((0x8000_4005, (nint)0), Create());
        Assert.Empty(activation.TakeManagerCalls());
    }

    [Fact]
    public void A_second_Init_is_refused_and_told_and_takes_nothing()
    {
        onEntry = () =>
        {
            nint manager = client.CreateManager();
            FakeClient.Init(manager, helper.Pointer, 0);
            uint answer = FakeClient.Init(manager, helper.Pointer, 0x40);
            FakeClient.Release(manager);
            return answer;
        };
        Assert.Equal((0x800C_8002, helper.Pointer), Create());
        Assert.Equal(2u, helper.References);
        Assert.Equal(new ManagerCall("Init", 0x40, 0x800C_8002, 0), activation.TakeManagerCalls()[1]);
    }

    [Fact]
    public void What_is_no_helper_is_refused()
    {
        helper.QueryInterface = (_, _) => 0x8000_4002;
        onEntry = () =>
            FakeClient.Init(client.CreateManager(), helper.Pointer, 0) & FakeClient.Init(client.CreateManager(), 0, 0);
        Assert.Equal((0x8007_0057, (nint)0), Create());
        Assert.Equal(1u, helper.References);
        Assert.Equal([0x8000_4002u, 0x8000_4003u], activation.TakeManagerCalls().Select(call => call.Helper!.Value));
    }

    [Fact]
    public void The_first_of_two_helpers_is_yielded()
    {
        using FakeHelper other = new();
        other.QueryInterface = (_, result) =>
        {
            *result = other.Pointer;
            Vtable.AddRef(new PlainVendorCall(), other.Pointer);
            return 0;
        };
        onEntry = () =>
            FakeClient.Init(client.CreateManager(), helper.Pointer, 0)
            | FakeClient.Init(client.CreateManager(), other.Pointer, 0);
        Assert.Equal((0u, helper.Pointer), Create());
        Assert.Equal(2u, other.References);
    }

    [Fact]
    public void A_helper_that_came_between_two_asks_is_not_the_second_ones()
    {
        onEntry = () => FakeClient.Init(client.CreateManager(), helper.Pointer, 0);
        Create();
        onEntry = () => 0;
        Assert.Equal((0u, (nint)0), Create());
    }

    private (uint Answer, nint Helper) Create()
    {
        nint created = -1;
        uint answer = activation.Create(1, 2, (nint)(&created));
        return (answer, created);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvStdcall)])]
    private static uint OnEntry(nint profile, nint session) => profile == 1 && session == 2 ? onEntry!() : 0x8000_FFFF;
}
