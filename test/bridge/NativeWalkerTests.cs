using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using static Olkconform.Bridge.WalkLayout;

namespace Olkconform.Bridge.Tests;

/// <summary>The bridge's half of harness/host/native/olkcall.def, and of the provider's quiet mode.</summary>
public unsafe class NativeWalkerTests
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

    [Theory]
    [InlineData(1, 7u)]
    [InlineData(0, null)]
    public void What_cannot_be_sampled_is_not_told_as_zero(int answer, uint? threads)
    {
        native.Exports["OlkTakeSample"] = (nint)(delegate* unmanaged[Stdcall]<Walk*, Sample*, int>)&OnTakeSample;
        Walk walk = new() { FailLogons = (uint)answer };
        Assert.Equal(threads, new NativeWalker(native, provider).TakeSample(&walk)?.Threads);
    }

    /// <summary>Answers what the walk holds as `FailLogons`.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvStdcall)])]
    private static int OnTakeSample(Walk* walk, Sample* sample)
    {
        *sample = new Sample { Threads = 7 };
        return (int)walk->FailLogons;
    }
}
