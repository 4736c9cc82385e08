using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Olkconform.Bridge.Tests;

/// <summary>A client passes its helper on, and what arrives there is a proxy that tells of every call.</summary>
public sealed unsafe class RecordingTests : IDisposable
{
    [ThreadStatic]
    private static Func<uint>? onEntry;

    private readonly PlainVendorCall call = new();
    private readonly FakeHelper helper = new();
    private readonly FakeLibrary library = new();
    private readonly FakeMachine machine = new();
    private readonly FakeClient client;
    private uint events;

    public RecordingTests()
    {
        client = new FakeClient(machine);
        helper.QueryInterface = (iid, result) =>
        {
            if (result is null)
            {
                return HResults.Pointer;
            }

            *result = helper.Pointer;
            Vtable.AddRef(call, helper.Pointer);
            return 0;
        };
        library.Exports["Entry"] = (nint)(delegate* unmanaged[Stdcall]<nint, nint, uint>)&OnEntry;
    }

    public void Dispose() => helper.Dispose();

    [Fact]
    public void What_arrives_at_Init_is_a_proxy_and_its_calls_are_told()
    {
        IActivation activation = Recording(RecordedManager.Harness);
        nint proxy = Create(activation);
        Assert.NotEqual(helper.Pointer, proxy);
        Assert.Equal([0, 1, 2], activation.TakeRecorded()!.Select(recorded => recorded.Slot));

        helper.HandsOffSession = () =>
        {
            events += 2;
            return 5;
        };
        events = 40;
        Assert.Equal(5u, Vtable.HandsOffSession(call, proxy));
        RecordedCall told = Assert.Single(activation.TakeRecorded()!);
        Assert.Equal((6, proxy, 1, 5u), (told.Slot, told.On, told.Thread, told.Answer));
        Assert.Equal((40u, 42u), (told.EventsBefore, told.EventsAfter));
        Assert.Empty(activation.TakeRecorded()!);
    }

    [Fact]
    public void References_are_the_helpers_own()
    {
        nint proxy = Create(Recording(RecordedManager.Harness));
        uint before = helper.References;
        Assert.Equal(before + 1, Vtable.AddRef(call, proxy));
        Assert.Equal(before + 1, helper.References);
        Assert.Equal(before, Vtable.Release(call, proxy));
    }

    [Fact]
    public void A_pointer_to_the_helper_is_its_proxy_and_another_interface_is_not()
    {
        IActivation activation = Recording(RecordedManager.Harness);
        nint proxy = Create(activation);
        nint asked = 0;
        Vtable.QueryInterface(call, proxy, ComIds.Unknown, (nint)(&asked));
        Assert.Equal(proxy, asked);
        Vtable.QueryInterface(call, proxy, ComIds.Marshal, (nint)(&asked));
        Assert.Equal(helper.Pointer, asked);
        RecordedCall told = activation.TakeRecorded()![^1];
        Assert.Equal((ComIds.Marshal, helper.Pointer), (told.Iid, told.Pointer!.Held));
        Assert.Equal(HResults.Pointer, QueryNowhere(proxy));
        Assert.Null(Assert.Single(activation.TakeRecorded()!).Pointer!.Held);
    }

    [Fact]
    public void The_name_is_told_as_far_as_the_caller_has_room()
    {
        IActivation activation = Recording(RecordedManager.Harness);
        nint proxy = Create(activation);
        activation.TakeRecorded();
        helper.GetIdentity = (identity, pcch) =>
        {
            new Span<char>(identity, 4).Fill('n');
            *pcch = 900;
            return 0;
        };
        char* room = stackalloc char[6];
        uint size = 3;
        Vtable.GetIdentity(call, proxy, (nint)room, (nint)(&size));
        RecordedCall told = Assert.Single(activation.TakeRecorded()!);
        Assert.Equal("nnn", told.Identity!.Value);
        Assert.Equal(new PcchValues(3, 900), told.Pcch!.Value);

        helper.GetIdentity = (_, _) => 0x8007_000E;
        Vtable.GetIdentity(call, proxy, 0, 0);
        told = Assert.Single(activation.TakeRecorded()!);
        Assert.Null(told.Identity!.Value);
        Assert.Null(told.Pcch!.Value);
    }

    [Fact]
    public void Another_thread_has_another_number()
    {
        IActivation activation = Recording(RecordedManager.Harness);
        nint proxy = Create(activation);
        Thread other = new(() => Vtable.Placeholder1(new PlainVendorCall(), proxy, 1));
        other.Start();
        other.Join();
        RecordedCall told = activation.TakeRecorded()![^1];
        Assert.Equal((3, 2), (told.Slot, told.Thread));
        Assert.NotNull(told.Pointer!.Held);
    }

    [Fact]
    public void In_front_of_the_installed_account_manager_only_Init_is_changed()
    {
        machine.Installed = new FakeInstalledManager().Pointer;
        helper.GetMapiSession = _ => 0x20;
        IActivation activation = Recording(RecordedManager.Installed);
        uint[] answers = [];
        onEntry = () =>
        {
            nint first = client.CreateManager();
            nint second = client.CreateManager();
            answers =
            [
                FakeClient.Init(first, helper.Pointer, 3),
                FakeClient.Init(second, helper.Pointer, 4),
                FakeClient.Init(first, 0, 4),
                FakeClient.Call(first, 3),
            ];
            return 9;
        };
        nint created = 0;
        Assert.Equal(9u, activation.Create(1, 2, (nint)(&created)));
        Assert.Equal([0x23u, 0x24u, HResults.Pointer, 7u], answers);
        Assert.Equal(0, created);
        Assert.Equal([5, 5], activation.TakeRecorded()!.Select(recorded => recorded.Slot));
        Assert.Empty(activation.TakeManagerCalls());
    }

    [Fact]
    public void Where_no_account_manager_is_installed_the_step_says_so()
    {
        IActivation activation = Recording(RecordedManager.Installed);
        AbsentException absent = Assert.Throws<AbsentException>(() => Create(activation));
        Assert.Contains("0x80040154", absent.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_recorded_unless_it_was_asked_for()
    {
        IActivation activation = Activation.Of(
            new CaptureActivationRequest("Entry"), library, call, machine, () => throw new InvalidOperationException()).Activation;
        Assert.Equal(helper.Pointer, Create(activation));
        Assert.Null(activation.TakeRecorded());
    }

    private IActivation Recording(RecordedManager manager) => Activation.Of(
        new CaptureActivationRequest("Entry", manager), library, call, machine, () => new Recorder(() => events, () => null))
        .Activation;

    /// <summary>The client passes its helper on and lets go of the account manager.</summary>
    private nint Create(IActivation activation)
    {
        onEntry = () =>
        {
            nint manager = client.CreateManager();
            uint answer = FakeClient.Init(manager, helper.Pointer, 0);
            FakeClient.Release(manager);
            return answer;
        };
        nint created = 0;
        activation.Create(1, 2, (nint)(&created));
        return created;
    }

    private uint QueryNowhere(nint on) => Vtable.QueryInterface(call, on, ComIds.Unknown, 0);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvStdcall)])]
    private static uint OnEntry(nint profile, nint session) => onEntry!();
}
