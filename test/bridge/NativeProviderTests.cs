using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Olkconform.Bridge.Tests;

/// <summary>The bridge's half of fixtures/provider/control.h.</summary>
public sealed unsafe class NativeProviderTests
{
    private static readonly string[] Names =
    [
        "OlkProviderBegin", "OlkProviderConfigure", "OlkProviderOfferSession", "OlkProviderCounters",
        "OlkProviderSessions", "OlkProviderEvents", "OlkProviderSessionId",
    ];

    private readonly FakeLibrary library = new();

    public NativeProviderTests()
    {
        foreach (string name in Names)
        {
            library.Exports[name] = 1;
        }
    }

    public static TheoryData<string> AllNames => [.. Names];

    [Theory]
    [MemberData(nameof(AllNames))]
    public void Every_export_is_required_by_its_name(string name)
    {
        library.Exports.Remove(name);
        BridgeException missing = Assert.Throws<BridgeException>(() => new NativeProvider(library));
        Assert.Equal($"fake.dll does not export {name}.", missing.Message);
    }

    [Fact]
    public void Structures_have_the_sizes_of_their_native_halves()
    {
        Assert.Equal(16, sizeof(ProviderPlan));
        Assert.Equal(24, sizeof(ProviderCounters));
        Assert.Equal(24, sizeof(SessionCounters));
        Assert.Equal(16 + (300 * 2), sizeof(ProviderEvent));
    }

    [Fact]
    public void Events_are_read_from_the_one_asked_for()
    {
        library.Exports["OlkProviderEvents"] =
            (nint)(delegate* unmanaged[Stdcall]<uint, ProviderEvent*, uint, uint>)&OnEvents;
        NativeProvider provider = new(library);
        ProviderEvent[] events = provider.Events(5, 2);
        Assert.Equal([5u, 6u], events.Select(e => e.Session));
        Assert.All(events, e => Assert.Equal("text", e.Text.Value));
        BridgeException missing = Assert.Throws<BridgeException>(() => provider.Events(5, 3));
        Assert.Contains("counted 3 entries and gave 2", missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_session_that_was_not_offered_is_the_harnesss_own_fault()
    {
        library.Exports["OlkProviderOfferSession"] = (nint)(delegate* unmanaged[Stdcall]<char*, nint*, uint>)&OnOffer;
        NativeProvider provider = new(library);
        Assert.Equal(4, provider.OfferSession("good"));
        BridgeException refusal = Assert.Throws<BridgeException>(() => provider.OfferSession("bad!"));
        Assert.Contains("0x8007000E", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_that_fills_its_field_has_no_terminator()
    {
        EventText text = default;
        text.Value = new string('x', 301);
        Assert.Equal(new string('x', 300), text.Value);
        text.Value = "short";
        Assert.Equal("short", text.Value);
    }

    /// <summary>Has two.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvStdcall)])]
    private static uint OnEvents(uint first, ProviderEvent* events, uint capacity)
    {
        for (uint i = 0; i < 2; i++)
        {
            events[i].Session = first + i;
            events[i].Text.Value = "text";
        }

        return Math.Min(2, capacity);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvStdcall)])]
    private static uint OnOffer(char* profile, nint* session)
    {
        *session = new string(profile).Length;
        return *profile == 'g' ? 0 : 0x8007_000E;
    }
}
