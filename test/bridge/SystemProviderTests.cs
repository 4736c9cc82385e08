namespace Olkconform.Bridge.Tests;

/// <summary>What can be counted of a MAPI that counts nothing for us.</summary>
public sealed class SystemProviderTests
{
    private readonly FakeMapi mapi = new();
    private readonly SystemProvider provider;

    public SystemProviderTests() => provider = new SystemProvider(mapi, new PlainVendorCall(), "Outlook");

    [Fact]
    public void It_is_tried_out_by_a_logon_of_which_nothing_stays()
    {
        Assert.Null(provider.TryOut());
        FakeSession session = Assert.Single(mapi.Sessions);
        Assert.Equal([0u], session.Logoffs);
        Assert.Equal(0u, session.References);
        Assert.Equal(0, mapi.Initialized);
        Assert.Equal(["Outlook"], mapi.Profiles);
    }

    [Fact]
    public void Who_refuses_is_told_with_the_answer()
    {
        mapi.LogonAnswer = 0x8004_0111;
        Assert.Equal(new MapiRefusal("logon", 0x8004_0111), provider.TryOut());
        Assert.Equal(0, mapi.Initialized);
        mapi.InitializeAnswer = 0x8000_4005;
        Assert.Equal(new MapiRefusal("initialize", 0x8000_4005), provider.TryOut());
        Assert.Equal(0, mapi.Initialized);
    }

    [Fact]
    public void An_offered_session_has_the_clients_reference_and_what_the_helper_takes()
    {
        provider.TryOut();
        provider.Begin();
        nint offered = provider.OfferSession("the name that the helper is told");
        Assert.Equal("Outlook", mapi.Profiles[^1]);
        FakeSession session = mapi.Sessions[^1];
        Assert.Equal((1u, SessionOrigin.Offered, 1u, 0u), Seen());
        session.References += 2;
        Assert.Equal((1u, SessionOrigin.Offered, 3u, 0u), Seen());
        Assert.Equal(1u, provider.SessionId(offered));
        session.References -= 2;
        provider.End();
        Assert.Equal(0u, session.References);
        Assert.Single(session.Logoffs);
        Assert.Equal(0, mapi.Initialized);
    }

    [Fact]
    public void A_session_that_the_harness_did_not_make_is_the_helpers()
    {
        provider.TryOut();
        FakeSession session = mapi.Make();
        Assert.Equal(1u, provider.SessionId(session.Pointer));
        Assert.Equal((1u, SessionOrigin.Logon, 1u, 0u), Seen());
        session.References--;
        Assert.Equal((1u, SessionOrigin.Logon, 0u, 0u), Seen());
        provider.End();
        Assert.Equal(0u, session.References);
        Assert.Empty(session.Logoffs);
    }

    [Fact]
    public void Releases_too_many_are_counted_and_survived()
    {
        provider.TryOut();
        FakeSession session = mapi.Make();
        provider.SessionId(session.Pointer);
        session.References -= 3;
        Assert.Equal((1u, SessionOrigin.Logon, 0u, 2u), Seen());
        session.References++;
        Assert.Equal((1u, SessionOrigin.Logon, 1u, 2u), Seen());
        session.References--;
        provider.End();
        Assert.Equal(0u, session.References);
    }

    [Fact]
    public void What_is_no_session_of_this_mapi_is_not_touched()
    {
        provider.TryOut();
        FakeSession wrapper = mapi.Make();
        mapi.Others.Add(wrapper.Pointer);
        Assert.Equal(0u, provider.SessionId(wrapper.Pointer));
        Assert.Equal(1u, wrapper.References);
        Assert.Equal(0u, provider.Counters().Sessions);
    }

    [Fact]
    public void A_session_that_outlives_its_script_is_not_in_the_account_of_the_next()
    {
        provider.TryOut();
        FakeSession kept = mapi.Make();
        provider.SessionId(kept.Pointer);
        provider.End();
        Assert.Equal(2u, kept.References);
        Assert.Equal(0u, provider.SessionId(kept.Pointer));
        Assert.Equal(2u, kept.References);
    }

    [Fact]
    public void Where_sessions_do_not_tell_their_references_none_is_counted()
    {
        mapi.Told = _ => 7;
        Assert.Null(provider.TryOut());
        provider.OfferSession("name");
        Assert.Equal(0u, provider.Counters().Sessions);
        Assert.Equal(0u, provider.SessionId(mapi.Make().Pointer));
    }

    [Fact]
    public void A_logon_that_is_refused_later_leaves_the_step_undone()
    {
        provider.TryOut();
        mapi.LogonAnswer = 0x8004_0111;
        AbsentException absent = Assert.Throws<AbsentException>(() => provider.OfferSession("name"));
        Assert.Contains("0x80040111", absent.Message, StringComparison.Ordinal);
        Assert.Throws<AbsentException>(() => provider.Configure(default));
        provider.End();
        Assert.Equal(0, mapi.Initialized);
    }

    private (uint Id, SessionOrigin Origin, uint References, uint OverReleases) Seen()
    {
        SessionCounters session = Assert.Single(provider.Sessions(provider.Counters().Sessions));
        return (session.Id, session.Origin, session.References, session.OverReleases);
    }
}
