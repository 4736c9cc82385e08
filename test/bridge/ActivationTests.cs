using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Olkconform.Bridge.Tests;

/// <summary>Exports and a class object made of static methods; what they see is kept a thread, as each test has one.</summary>
public sealed unsafe class ActivationTests : IDisposable
{
    private static readonly Guid Clsid = new("6f0e9c52-3b7a-4d8e-9a41-c2d5b8e07f13");

    [ThreadStatic]
    private static List<string>? calls;

    [ThreadStatic]
    private static nint classObject;

    [ThreadStatic]
    private static uint prepareAnswer;

    private readonly nint* memory = (nint*)NativeMemory.Alloc(6 * (nuint)sizeof(nint));
    private readonly FakeLibrary library = new();
    private readonly FakeMachine machine = new();

    public ActivationTests()
    {
        calls = [];
        prepareAnswer = 0;
        memory[0] = (nint)(memory + 1);
        memory[1] = memory[2] = 0;
        memory[3] = (nint)(delegate* unmanaged[Stdcall]<nint, uint>)&OnRelease;
        memory[4] = (nint)(delegate* unmanaged[Stdcall]<nint, nint, Guid*, nint*, uint>)&OnCreateInstance;
        classObject = (nint)memory;
        library.Exports["CreateHelper"] = (nint)(delegate* unmanaged[Stdcall]<nint, nint, nint*, uint>)&OnCreateHelper;
        library.Exports["DllGetClassObject"] =
            (nint)(delegate* unmanaged[Stdcall]<Guid*, Guid*, nint*, uint>)&OnGetClassObject;
        library.Exports["Prepare"] = (nint)(delegate* unmanaged[Stdcall]<nint, nint, uint>)&OnPrepare;
    }

    public void Dispose() => NativeMemory.Free(memory);

    [Fact]
    public void A_factory_is_given_profile_session_and_the_place_for_the_helper()
    {
        nint helper = -1;
        uint hresult = Create(new FactoryActivationRequest("CreateHelper"), &helper);
        Assert.Equal(7u, hresult);
        Assert.Equal(0x111, helper);
        Assert.Equal(["CreateHelper 1 2"], calls);
    }

    [Fact]
    public void A_class_is_prepared_before_its_instance_is_created_and_let_go_after()
    {
        nint helper = -1;
        uint hresult = Create(new ClassActivationRequest(Clsid, "Prepare"), &helper);
        Assert.Equal(0u, hresult);
        Assert.Equal(0x222, helper);
        Assert.Equal(
            [
                "DllGetClassObject 00000001-0000-0000-c000-000000000046",
                "Prepare 1 2",
                "CreateInstance 0 00000000-0000-0000-c000-000000000046",
                "Release",
            ],
            calls);
    }

    [Fact]
    public void A_class_may_want_no_preparing()
    {
        nint helper = -1;
        Create(new ClassActivationRequest(Clsid, null), &helper);
        Assert.DoesNotContain(calls!, call => call.StartsWith("Prepare", StringComparison.Ordinal));
        Assert.Equal(0x222, helper);
    }

    [Fact]
    public void A_class_that_the_dll_does_not_have_answers_with_its_hresult()
    {
        nint helper = -1;
        Assert.Equal(0x8004_0111u, Create(new ClassActivationRequest(Guid.Empty, null), &helper));
        Assert.Equal(-1, helper);
    }

    [Fact]
    public void A_success_without_a_class_object_is_not_called_through()
    {
        classObject = 0;
        nint helper = -1;
        Assert.Equal(0u, Create(new ClassActivationRequest(Clsid, null), &helper));
        Assert.Equal(-1, helper);
    }

    [Fact]
    public void A_failed_preparation_is_the_answer_and_the_class_object_is_let_go()
    {
        prepareAnswer = 0x8000_4005;
        nint helper = -1;
        Assert.Equal(0x8000_4005u, Create(new ClassActivationRequest(Clsid, "Prepare"), &helper));
        Assert.Equal("Release", calls![^1]);
        Assert.Equal(-1, helper);
    }

    [Fact]
    public void A_missing_export_is_named()
    {
        BridgeException missing = Assert.Throws<BridgeException>(
            () => Of(new FactoryActivationRequest("Nope")));
        Assert.Equal("fake.dll does not export Nope.", missing.Message);
    }

    private uint Create(ActivationRequest request, nint* helper) =>
        Of(request).Activation.Create(1, 2, (nint)helper);

    private Vendor Of(ActivationRequest request) => Activation.Of(request, library, new PlainVendorCall(), machine);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvStdcall)])]
    private static uint OnCreateHelper(nint profile, nint session, nint* helper)
    {
        calls!.Add($"CreateHelper {profile} {session}");
        *helper = 0x111;
        return 7;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvStdcall)])]
    private static uint OnGetClassObject(Guid* clsid, Guid* iid, nint* result)
    {
        calls!.Add($"DllGetClassObject {*iid}");
        *result = *clsid == Clsid ? classObject : 0;
        return *clsid == Clsid ? 0 : 0x8004_0111;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvStdcall)])]
    private static uint OnPrepare(nint profile, nint session)
    {
        calls!.Add($"Prepare {profile} {session}");
        return prepareAnswer;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvStdcall)])]
    private static uint OnCreateInstance(nint on, nint outer, Guid* iid, nint* result)
    {
        calls!.Add($"CreateInstance {outer} {*iid}");
        *result = 0x222;
        return 0;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvStdcall)])]
    private static uint OnRelease(nint on)
    {
        calls!.Add("Release");
        return 0;
    }
}
