using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Olkconform.Bridge.Tests;

public sealed unsafe class RegisteredActivationTests : IDisposable
{
    private static readonly Guid Clsid = new("6f0e9c52-3b7a-4d8e-9a41-c2d5b8e07f13");

    [ThreadStatic]
    private static Func<uint>? onRegister;

    [ThreadStatic]
    private static nint classObject;

    private readonly FakeHelper factory = new();
    private readonly FakeLibrary library = new();
    private readonly FakeMachine machine = new();

    public RegisteredActivationTests()
    {
        onRegister = () => 0;
        classObject = factory.Pointer;
        library.Exports["DllRegisterServer"] = (nint)(delegate* unmanaged[Stdcall]<uint>)&OnRegister;
        library.Exports["DllGetClassObject"] = (nint)(delegate* unmanaged[Stdcall]<Guid*, Guid*, nint*, uint>)&OnGetClassObject;
    }

    public void Dispose() => factory.Dispose();

    [Fact]
    public void The_server_is_registered_in_a_registry_of_its_own_and_COM_is_asked_within_it()
    {
        List<string> done = [];
        onRegister = () =>
        {
            done.Add($"register {machine.Registries[0].IsRedirected}");
            return 0;
        };
        machine.OnCreateInstance = clsid =>
        {
            done.Add($"create {clsid == Clsid} {machine.Registries[0].IsRedirected}");
            return 5;
        };
        Assert.Equal(5u, Create());
        Assert.Equal(["register True", "create True True"], done);
        Assert.True(Assert.Single(machine.Registries).IsGone);
    }

    [Fact]
    public void A_registration_that_fails_is_the_answer()
    {
        onRegister = () => 0x8007_0005;
        Assert.Equal(0x8007_0005u, Create());
        Assert.True(machine.Registries[0].IsGone);
    }

    [Theory]
    [InlineData("fake.dll", "", 0u)]
    [InlineData("other.dll", "", 0x8004_01F8)]
    [InlineData("fake.dll", "ThreadingModel", 0x8004_0154)]
    public void What_COM_does_not_see_is_followed_by_hand(string path, string name, uint answer)
    {
        machine.Registered =
        [
            new RegistryValue(@"HKEY_CLASSES_ROOT\CLSID\{6F0E9C52-3B7A-4D8E-9A41-C2D5B8E07F13}\InprocServer32", name, path),
        ];
        factory.Placeholder1 = outer => outer == 0 ? 0u : 1;
        Assert.Equal(answer, Create());
    }

    [Fact]
    public void The_exports_that_it_needs_are_named_when_missing()
    {
        library.Exports.Remove("DllRegisterServer");
        Assert.Contains("DllRegisterServer", Assert.Throws<BridgeException>(() => Create()).Message, StringComparison.Ordinal);
    }

    private uint Create()
    {
        nint helper = 0;
        RegisteredActivationRequest request = new(Clsid, null);
        return Activation.Of(request, library, new PlainVendorCall(), machine).Activation.Create(1, 2, (nint)(&helper));
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvStdcall)])]
    private static uint OnRegister() => onRegister!();

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvStdcall)])]
    private static uint OnGetClassObject(Guid* clsid, Guid* iid, nint* result)
    {
        *result = classObject;
        return 0;
    }
}
