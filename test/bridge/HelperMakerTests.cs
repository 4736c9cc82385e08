using System.Runtime.InteropServices;

namespace Olkconform.Bridge.Tests;

public sealed unsafe class HelperMakerTests : IDisposable
{
    private readonly FakeActivation activation = new(helper: 77);
    private readonly HelperMaker maker;
    private readonly nint name = Marshal.StringToHGlobalUni("Outlook");

    public HelperMakerTests() => maker = new HelperMaker(activation, new NativeCall(new PlainVendorCall(), null));

    public void Dispose()
    {
        Marshal.FreeHGlobal(name);
        maker.Dispose();
    }

    [Fact]
    public void A_helper_is_made_as_the_run_makes_them()
    {
        activation.Answer = 1;
        Assert.Equal((1u, 0ul, (nint)77), Make());
        Assert.Equal(("Outlook", (nint)5), (activation.Profile, activation.Session));
        maker.ThrowTrouble();
    }

    [Theory]
    [InlineData(0xE06D_7363)]
    [InlineData(0u)]
    [InlineData(1u)]
    public void An_exception_of_the_vendor_is_told_as_one_whatever_its_code(uint code)
    {
        activation.OnCreate = () => throw new NativeException(code);
        Assert.Equal((0u, WalkLayout.Thrown | code, (nint)0), Make());
        maker.ThrowTrouble();
    }

    [Fact]
    public void A_helper_that_must_stay_is_told_of_as_such()
    {
        activation.OnCreate = () => throw new StayedException("it has no proxy");
        Assert.Equal((0u, WalkLayout.Stayed, (nint)0), Make());
        maker.ThrowTrouble();
    }

    [Fact]
    public void The_harnesss_own_fault_waits_until_the_walk_is_over()
    {
        activation.OnCreate = () => throw new BridgeException("no such export");
        Assert.Equal((0u, WalkLayout.Stayed, (nint)0), Make());
        Assert.Equal("no such export", Assert.Throws<BridgeException>(maker.ThrowTrouble).Message);
    }

    private (uint HResult, ulong Thrown, nint Helper) Make()
    {
        nint helper = 0;
        ulong thrown = 9;
        uint hresult = HelperMaker.Create(maker.Context, name, 5, (nint)(&helper), &thrown);
        return (hresult, thrown, helper);
    }
}
