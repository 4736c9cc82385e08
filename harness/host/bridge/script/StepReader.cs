using System.Text.Json;

namespace Olkconform.Bridge;

/// <summary>Reads a step, field by field as `stepSchema` of harness/script/step.ts has it.</summary>
internal static class StepReader
{
    public static Step Read(JsonFields fields)
    {
        string kind = fields.Text("do");
        _ = fields.OptionalText("label");
        bool onSecondThread = OnSecondThread(fields);
        Step step = kind switch
        {
            "create" => new CreateStep(fields.Text("as"), Session(fields)),
            "query" => new QueryStep(fields.Text("on"), fields.Guid("iid"), Out(fields, "out"), fields.OptionalText("as")),
            "addRef" => new AddRefStep(fields.Text("on")),
            "release" => new ReleaseStep(fields.Text("on")),
            "placeholder1" => new Placeholder1Step(fields.Text("on"), Out(fields, "argument")),
            "getIdentity" => new GetIdentityStep(fields.Text("on"), Pcch(fields), Buffer(fields)),
            "getMapiSession" => new GetMapiSessionStep(fields.Text("on"), Out(fields, "out"), fields.OptionalText("as")),
            "handsOffSession" => new HandsOffSessionStep(fields.Text("on")),
            "callSlot" => new CallSlotStep(fields.Text("on"), Slot(fields)),
            "configureProvider" => new ConfigureProviderStep(
                fields.OptionalUInt32("failInitialize"),
                fields.OptionalUInt32("failLogon"),
                fields.OptionalBoolean("refuseSessionInterface"),
                fields.OptionalUInt32("failAllocation")),
            "observe" => new ObserveStep(),
            "observeApartment" => new ObserveApartmentStep(),
            "hammer" => new HammerStep(fields.Text("on"), Within(fields, "threads", 16), Within(fields, "rounds", 1_000_000)),
            "getClassObject" => new GetClassObjectStep(Clsid(fields), fields.Guid("iid"), fields.Text("as")),
            "createInstance" => new CreateInstanceStep(
                fields.Text("on"), Outer(fields), fields.Guid("iid"), fields.Text("as")),
            "canUnloadNow" => new CanUnloadNowStep(),
            "reload" => new ReloadStep(Within(fields, "times", 1000)),
            "registerServer" => new RegisterServerStep(fields.Boolean("undo")),
            _ => throw fields.Wrong($"is of an unknown kind `{kind}`"),
        };
        fields.End();
        return onSecondThread ? step with { OnSecondThread = true } : step;
    }

    private static bool OnSecondThread(JsonFields fields) => fields.OptionalText("thread") switch
    {
        null => false,
        "second" => true,
        string other => throw fields.Wrong($"has an unknown thread `{other}`"),
    };

    public static SessionArgument Session(JsonFields fields) => fields.Text("session") switch
    {
        "offered" => SessionArgument.Offered,
        "second" => SessionArgument.Second,
        "withheld" => SessionArgument.Withheld,
        string other => throw fields.Wrong($"has an unknown session `{other}`"),
    };

    private static OutArgument Out(JsonFields fields, string name) => fields.Text(name) switch
    {
        "memory" => OutArgument.Memory,
        "null" => OutArgument.Null,
        string other => throw fields.Wrong($"has an unknown {name} `{other}`"),
    };

    private static OuterArgument Outer(JsonFields fields) => fields.Text("outer") switch
    {
        "null" => OuterArgument.Null,
        "harness" => OuterArgument.Harness,
        string other => throw fields.Wrong($"has an unknown outer `{other}`"),
    };

    private static Guid? Clsid(JsonFields fields)
    {
        JsonElement value = fields.Take("clsid");
        if (value.ValueKind == JsonValueKind.String && value.ValueEquals("activation"))
        {
            return null;
        }

        return value.TryGetGuid(out Guid clsid)
            ? clsid
            : throw fields.Wrong("has for `clsid` neither a GUID nor \"activation\"");
    }

    private static uint Within(JsonFields fields, string name, uint most)
    {
        uint number = fields.UInt32(name);
        return number >= 1 && number <= most
            ? number
            : throw fields.Wrong($"has {number} for `{name}`, and 1 to {most} is allowed");
    }

    private static BufferArgument Buffer(JsonFields fields) => fields.Text("buffer") switch
    {
        "null" => BufferArgument.Null,
        "slack" => BufferArgument.Slack,
        "guarded" => BufferArgument.Guarded,
        string other => throw fields.Wrong($"has an unknown buffer `{other}`"),
    };

    private static PcchArgument Pcch(JsonFields fields)
    {
        JsonElement value = fields.Take("pcch");
        if (value.ValueKind == JsonValueKind.Number && value.TryGetUInt32(out uint characters))
        {
            return new PcchArgument(PcchKind.Number, characters);
        }

        return (value.ValueKind == JsonValueKind.String ? value.GetString() : null) switch
        {
            "reported" => new PcchArgument(PcchKind.Reported),
            "null" => new PcchArgument(PcchKind.Null),
            _ => throw fields.Wrong("has for `pcch` neither a 32-bit number nor \"reported\" nor \"null\""),
        };
    }

    /// <summary>The slots of IOlkAccountHelper's own methods: no other's arguments are known to be harmless.</summary>
    private static int Slot(JsonFields fields)
    {
        uint slot = fields.UInt32("slot");
        return slot is >= 3 and <= 6 ? (int)slot : throw fields.Wrong($"has a slot {slot}, and 3 to 6 are the ones there are");
    }
}
