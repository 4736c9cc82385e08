using System.Globalization;
using System.Text.Json;

namespace Olkconform.Bridge;

/// <summary>Recorded calls, as `recordedCall` of harness/record/recording.ts has them.</summary>
internal static class RecordingJson
{
    private static readonly string[] Methods =
    [
        "QueryInterface", "AddRef", "Release", "Placeholder1", "GetIdentity", "GetMapiSession", "HandsOffSession",
    ];

    public static void Write(Utf8JsonWriter json, NamedCall[] recorded)
    {
        json.WriteStartArray("recorded");
        foreach (NamedCall call in recorded)
        {
            json.WriteStartObject();
            Write(json, call);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, NamedCall named)
    {
        RecordedCall call = named.Call;
        json.WriteString("method", Methods[call.Slot]);
        json.WriteString("on", named.On.Pointer);
        json.WriteNumber("thread", call.Thread);
        json.WriteNumber("at", Math.Round(call.At, 1));
        json.WriteNumber("micros", Math.Round(call.Microseconds, 1));
        json.WriteStartArray("events");
        json.WriteNumberValue(call.EventsBefore);
        json.WriteNumberValue(call.EventsAfter);
        json.WriteEndArray();
        json.WriteNumber("answer", call.Answer);
        if (call.Threw is uint code)
        {
            json.WriteNumber("threw", code);
        }

        if (call.Iid is Guid iid)
        {
            json.WriteString("iid", iid.ToString("D", CultureInfo.InvariantCulture));
        }

        if (named.Held is OutPointer held)
        {
            json.WriteStartObject("out");
            json.WriteString("pointer", held.Pointer);
            ProviderJson.WriteSession(json, held.Session);
            json.WriteEndObject();
        }
        else if (call.Pointer is not null)
        {
            json.WriteNull("out");
        }

        if (call.Pcch is Passed<PcchValues> pcch)
        {
            json.WritePropertyName("pcch");
            OutcomeJson.Write(json, pcch.Value);
        }

        if (call.Identity is Passed<string> identity)
        {
            Write(json, identity.Value);
        }
    }

    /// <summary>Any UTF-16, four hexadecimal digits a code unit.</summary>
    private static void Write(Utf8JsonWriter json, string? identity)
    {
        if (identity is null)
        {
            json.WriteNull("identity");
        }
        else
        {
            json.WriteString(
                "identity", string.Concat(identity.Select(unit => ((int)unit).ToString("x4", CultureInfo.InvariantCulture))));
        }
    }
}
