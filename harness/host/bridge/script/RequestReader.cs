using System.Text.Json;

namespace Olkconform.Bridge;

/// <summary>Reads what the entry sends.</summary>
internal static class RequestReader
{
    public static Request Read(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        JsonFields fields = new(document.RootElement, "request");
        string op = fields.Text("op");
        Request request = op switch
        {
            "open" => new OpenRequest(
                fields.Text("dll"),
                fields.Text("provider"),
                fields.Text("journal"),
                Activation(fields.Object("activation")),
                fields.OptionalBoolean("mapiRegistry") ?? false,
                fields.OptionalText("systemProfile"),
                fields.OptionalBoolean("heapGuard") ?? false,
                fields.TakeOptional("job") is JsonElement job ? Limits(new JsonFields(job, "job")) : null),
            "run" => new RunRequest(fields.UInt32("first"), Scripts(fields.Take("scripts"))),
            _ => WalkReader.Read(op, fields) ?? throw fields.Wrong($"is of an unknown kind `{op}`"),
        };
        fields.End();
        return request;
    }

    private static ActivationRequest Activation(JsonFields fields)
    {
        string kind = fields.Text("kind");
        ActivationRequest activation = kind switch
        {
            "factory" => new FactoryActivationRequest(fields.Text("export")),
            "class" => new ClassActivationRequest(fields.Guid("clsid"), fields.OptionalText("prepare")),
            "registered" => new RegisteredActivationRequest(fields.Guid("clsid"), fields.OptionalText("prepare")),
            "capture" => new CaptureActivationRequest(fields.Text("export"), Recorded(fields)),
            _ => throw fields.Wrong($"is of an unknown kind `{kind}`"),
        };
        fields.End();
        return activation;
    }

    private static RecordedManager? Recorded(JsonFields fields) => fields.OptionalText("record") switch
    {
        null => null,
        "harness" => RecordedManager.Harness,
        "installed" => RecordedManager.Installed,
        string other => throw fields.Wrong($"records an unknown account manager `{other}`"),
    };

    private static JobLimits Limits(JsonFields fields)
    {
        JobLimits limits = new(fields.UInt32("megabytes"), fields.UInt32("processes"));
        fields.End();
        return limits;
    }

    private static Script[] Scripts(JsonElement listed)
    {
        Script[] scripts = new Script[listed.GetArrayLength()];
        for (int i = 0; i < scripts.Length; i++)
        {
            scripts[i] = Script(new JsonFields(listed[i], $"script {i}"));
        }

        return scripts;
    }

    private static Script Script(JsonFields fields)
    {
        _ = fields.Text("name");
        _ = fields.OptionalBoolean("hazardous");
        string profile = Profile(fields);
        ApartmentKind apartment = Apartment(fields);
        JsonElement listed = fields.Take("steps");
        Step[] steps = new Step[listed.GetArrayLength()];
        for (int i = 0; i < steps.Length; i++)
        {
            steps[i] = StepReader.Read(new JsonFields(listed[i], $"script's step {i}"));
        }

        fields.End();
        return new Script(profile, apartment, steps);
    }

    /// <summary>Unpaired surrogates included.</summary>
    public static string Profile(JsonFields fields) => Utf16Text.Unquote(fields.Take("profile").GetRawText());

    public static ApartmentKind Apartment(JsonFields fields) => fields.Text("apartment") switch
    {
        "sta" => ApartmentKind.Sta,
        "mta" => ApartmentKind.Mta,
        "none" => ApartmentKind.None,
        "second-sta" => ApartmentKind.SecondSta,
        string other => throw fields.Wrong($"has an unknown apartment `{other}`"),
    };
}
