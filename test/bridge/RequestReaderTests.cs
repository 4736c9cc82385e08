namespace Olkconform.Bridge.Tests;

public class RequestReaderTests
{
    private const string Iid = "9240a6cb-af41-11d2-8c3b-00104b2a6676";

    [Fact]
    public void Open_by_factory() => Assert.Equal(
        new OpenRequest("d", "p", "j", new FactoryActivationRequest("CreateHelper")),
        RequestReader.Read(Open("""{"kind":"factory","export":"CreateHelper"}""")));

    [Theory]
    [InlineData("null", null)]
    [InlineData("\"Prepare\"", "Prepare")]
    public void Open_by_class(string prepare, string? export) => Assert.Equal(
        new OpenRequest("d", "p", "j", new ClassActivationRequest(new Guid(Iid), export)),
        RequestReader.Read(Open($$"""{"kind":"class","clsid":"{{Iid}}","prepare":{{prepare}}}""")));

    [Fact]
    public void Open_by_registration() => Assert.Equal(
        new OpenRequest("d", "p", "j", new RegisteredActivationRequest(new Guid(Iid), null)),
        RequestReader.Read(Open($$"""{"kind":"registered","clsid":"{{Iid}}","prepare":null}""")));

    [Fact]
    public void Open_with_a_registry_for_mapi() => Assert.True(Assert.IsType<OpenRequest>(RequestReader.Read(
        """{"op":"open","dll":"d","provider":"p","journal":"j","mapiRegistry":true"""
        + ""","activation":{"kind":"factory","export":"e"}}""")).MapiRegistry);

    [Fact]
    public void Open_with_a_guarded_heap() => Assert.True(Assert.IsType<OpenRequest>(RequestReader.Read(
        """{"op":"open","dll":"d","provider":"p","journal":"j","heapGuard":true"""
        + ""","activation":{"kind":"factory","export":"e"}}""")).HeapGuard);

    [Fact]
    public void Open_with_a_profile_of_the_machines_own_mapi() => Assert.Equal(
        "Outlook",
        Assert.IsType<OpenRequest>(RequestReader.Read(
            """{"op":"open","dll":"d","provider":"p","journal":"j","systemProfile":"Outlook","activation":"""
            + """{"kind":"factory","export":"e"}}""")).SystemProfile);

    [Fact]
    public void Open_with_a_job() => Assert.Equal(
        new JobLimits(2048, 64),
        Assert.IsType<OpenRequest>(RequestReader.Read(
            """{"op":"open","dll":"d","provider":"p","journal":"j","job":{"megabytes":2048,"processes":64}"""
            + ""","activation":{"kind":"factory","export":"e"}}""")).Job);

    [Fact]
    public void Open_by_capture() => Assert.Equal(
        new OpenRequest("d", "p", "j", new CaptureActivationRequest("Entry")),
        RequestReader.Read(Open("""{"kind":"capture","export":"Entry"}""")));

    [Theory]
    [InlineData("harness", RecordedManager.Harness)]
    [InlineData("installed", RecordedManager.Installed)]
    internal void Open_by_capture_with_a_recording(string record, RecordedManager manager) => Assert.Equal(
        new OpenRequest("d", "p", "j", new CaptureActivationRequest("Entry", manager)),
        RequestReader.Read(Open($$"""{"kind":"capture","export":"Entry","record":"{{record}}"}""")));

    [Fact]
    public void A_script_has_its_profile_to_the_code_unit()
    {
        RunRequest run = Assert.IsType<RunRequest>(RequestReader.Read(
            """{"op":"run","first":4,"scripts":[{"name":"n","profile":"\ud800\"","hazardous":true"""
            + ""","apartment":"mta","steps":[]}]}"""));
        Assert.Equal(4u, run.First);
        Script script = Assert.Single(run.Scripts);
        Assert.Equal("\ud800\"", script.Profile);
        Assert.Equal(ApartmentKind.Mta, script.Apartment);
    }

    [Theory]
    [InlineData("sta", ApartmentKind.Sta)]
    [InlineData("mta", ApartmentKind.Mta)]
    [InlineData("none", ApartmentKind.None)]
    [InlineData("second-sta", ApartmentKind.SecondSta)]
    public void A_script_has_its_apartment(string apartment, object kind)
    {
        RunRequest run = Assert.IsType<RunRequest>(RequestReader.Read(
            $$"""{"op":"run","first":0,"scripts":[{"name":"n","profile":"p","apartment":"{{apartment}}","steps":[]}]}"""));
        Assert.Equal(kind, Assert.Single(run.Scripts).Apartment);
    }

    public static TheoryData<string, object> Steps => new()
    {
        { """{"do":"create","as":"h","session":"offered"}""", new CreateStep("h", SessionArgument.Offered) },
        { """{"do":"create","as":"h","session":"second"}""", new CreateStep("h", SessionArgument.Second) },
        { """{"do":"addRef","on":"h","thread":"second"}""", new AddRefStep("h") { OnSecondThread = true } },
        { """{"do":"create","as":"h","session":"withheld"}""", new CreateStep("h", SessionArgument.Withheld) },
        {
            $$"""{"do":"query","label":"l","on":"h","iid":"{{Iid}}","out":"memory","as":"i"}""",
            new QueryStep("h", new Guid(Iid), OutArgument.Memory, "i")
        },
        {
            $$"""{"out":"null","iid":"{{Iid}}","on":"h","do":"query"}""",
            new QueryStep("h", new Guid(Iid), OutArgument.Null, null)
        },
        { """{"do":"addRef","on":"h"}""", new AddRefStep("h") },
        { """{"do":"release","on":"h"}""", new ReleaseStep("h") },
        { """{"do":"placeholder1","on":"h","argument":"null"}""", new Placeholder1Step("h", OutArgument.Null) },
        {
            """{"do":"getIdentity","on":"h","pcch":4294967295,"buffer":"null"}""",
            new GetIdentityStep("h", new PcchArgument(PcchKind.Number, uint.MaxValue), BufferArgument.Null)
        },
        {
            """{"do":"getIdentity","on":"h","pcch":"reported","buffer":"guarded"}""",
            new GetIdentityStep("h", new PcchArgument(PcchKind.Reported), BufferArgument.Guarded)
        },
        {
            """{"do":"getIdentity","on":"h","pcch":"null","buffer":"slack"}""",
            new GetIdentityStep("h", new PcchArgument(PcchKind.Null), BufferArgument.Slack)
        },
        { """{"do":"getMapiSession","on":"h","out":"memory"}""", new GetMapiSessionStep("h", OutArgument.Memory, null) },
        { """{"do":"handsOffSession","on":"h"}""", new HandsOffSessionStep("h") },
        { """{"do":"callSlot","on":"h","slot":6}""", new CallSlotStep("h", 6) },
        { """{"do":"configureProvider"}""", new ConfigureProviderStep(null, null, null) },
        {
            """{"do":"configureProvider","failInitialize":1,"failLogon":2,"refuseSessionInterface":false}""",
            new ConfigureProviderStep(1, 2, false)
        },
        { """{"do":"configureProvider","failAllocation":3}""", new ConfigureProviderStep(null, null, null, 3) },
        { """{"do":"observe","label":"at the end"}""", new ObserveStep() },
        { """{"do":"observeApartment"}""", new ObserveApartmentStep() },
        { """{"do":"hammer","on":"h","threads":16,"rounds":1}""", new HammerStep("h", 16, 1) },
        {
            $$"""{"do":"getClassObject","clsid":"activation","iid":"{{Iid}}","as":"f"}""",
            new GetClassObjectStep(null, new Guid(Iid), "f")
        },
        {
            $$"""{"do":"getClassObject","clsid":"{{Iid}}","iid":"{{Iid}}","as":"f"}""",
            new GetClassObjectStep(new Guid(Iid), new Guid(Iid), "f")
        },
        {
            $$"""{"do":"createInstance","on":"f","outer":"null","iid":"{{Iid}}","as":"h"}""",
            new CreateInstanceStep("f", OuterArgument.Null, new Guid(Iid), "h")
        },
        {
            $$"""{"do":"createInstance","on":"f","outer":"harness","iid":"{{Iid}}","as":"h"}""",
            new CreateInstanceStep("f", OuterArgument.Harness, new Guid(Iid), "h")
        },
        { """{"do":"canUnloadNow"}""", new CanUnloadNowStep() },
        { """{"do":"reload","times":1000}""", new ReloadStep(1000) },
        { """{"do":"registerServer","undo":true}""", new RegisterServerStep(true) },
    };

    [Theory]
    [MemberData(nameof(Steps))]
    public void A_step_is_read(string json, object step)
    {
        RunRequest run = Assert.IsType<RunRequest>(RequestReader.Read(Script(json)));
        Assert.Equal(step, Assert.Single(Assert.Single(run.Scripts).Steps));
    }

    [Theory]
    [InlineData("""{"do":"dance"}""", "dance")]
    [InlineData("""{"do":"observe","on":"h"}""", "not known")]
    [InlineData("""{"do":"release"}""", "no `on`")]
    [InlineData("""{"do":"release","on":7}""", "Number for `on`")]
    [InlineData("""{"do":"callSlot","on":"h","slot":7}""", "slot 7")]
    [InlineData("""{"do":"callSlot","on":"h","slot":-3}""", "`slot`")]
    [InlineData("""{"do":"getIdentity","on":"h","pcch":1.5,"buffer":"null"}""", "pcch")]
    [InlineData("""{"do":"getIdentity","on":"h","pcch":4294967296,"buffer":"null"}""", "pcch")]
    [InlineData("""{"do":"getIdentity","on":"h","pcch":"none","buffer":"null"}""", "pcch")]
    [InlineData("""{"do":"getIdentity","on":"h","pcch":1,"buffer":"big"}""", "big")]
    [InlineData("""{"do":"create","as":"h","session":"stolen"}""", "stolen")]
    [InlineData("""{"do":"getMapiSession","on":"h","out":"nowhere"}""", "nowhere")]
    [InlineData("""{"do":"query","on":"h","iid":"x","out":"null"}""", "GUID")]
    [InlineData("""{"do":"configureProvider","refuseSessionInterface":1}""", "refuseSessionInterface")]
    [InlineData("""{"do":"hammer","on":"h","threads":17,"rounds":1}""", "17 for `threads`")]
    [InlineData("""{"do":"hammer","on":"h","threads":1,"rounds":0}""", "0 for `rounds`")]
    [InlineData("""{"do":"reload","times":0}""", "0 for `times`")]
    [InlineData("""{"do":"getClassObject","clsid":"any","iid":"x","as":"f"}""", "clsid")]
    [InlineData("""{"do":"createInstance","on":"f","outer":"own"}""", "outer `own`")]
    [InlineData("""{"do":"registerServer"}""", "no `undo`")]
    [InlineData("17", "not an object")]
    public void A_step_of_a_wrong_shape_is_refused_and_named(string json, string told)
    {
        BridgeException refusal = Assert.Throws<BridgeException>(() => RequestReader.Read(Script(json)));
        Assert.Contains("step 0", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(told, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"op":"zap"}""")]
    [InlineData("""{"op":"run","first":0}""")]
    [InlineData("""{"op":"run","first":0,"scripts":[{"name":"n","profile":"p","apartment":"attic","steps":[]}]}""")]
    [InlineData("""{"op":"open","dll":"d","provider":"p","journal":"j","activation":{"kind":"magic"}}""")]
    public void A_request_of_a_wrong_shape_is_refused(string json) =>
        Assert.Throws<BridgeException>(() => RequestReader.Read(json));

    private static string Open(string activation) =>
        $$$"""{"op":"open","dll":"d","provider":"p","journal":"j","activation":{{{activation}}}}""";

    private static string Script(string step) =>
        """{"op":"run","first":0,"scripts":[{"name":"n","profile":"p","hazardous":false,"apartment":"sta","steps":["""
        + $"{step}]}}]}}";
}
