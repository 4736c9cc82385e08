namespace Olkconform.Bridge.Tests;

/// <summary>The bridge's half of harness/host/native/olkcall.def, and of the provider's quiet mode.</summary>
public class NativeWalkerTests
{
    private static readonly string[] OwnNames =
    [
        "OlkExplore", "OlkForgetExplored", "OlkTryOut", "OlkForgetTried", "OlkSoak", "OlkTakeSample", "OlkRepeatLetter",
    ];

    private readonly FakeLibrary native = new();
    private readonly FakeLibrary provider = new() { Exports = { ["OlkProviderQuiet"] = 1 } };

    public NativeWalkerTests()
    {
        foreach (string name in OwnNames)
        {
            native.Exports[name] = 1;
        }
    }

    public static TheoryData<string> AllNames => [.. OwnNames, "OlkProviderQuiet"];

    [Theory]
    [MemberData(nameof(AllNames))]
    public void Every_export_is_required_by_its_name(string name)
    {
        Assert.NotNull(new NativeWalker(native, provider));
        native.Exports.Remove(name);
        provider.Exports.Remove(name);
        BridgeException missing = Assert.Throws<BridgeException>(() => new NativeWalker(native, provider));
        Assert.Equal($"fake.dll does not export {name}.", missing.Message);
    }
}
