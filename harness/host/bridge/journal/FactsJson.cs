using System.Text.Json;

namespace Olkconform.Bridge;

/// <summary>The fields of an outcome that tell of the surroundings of a call: apartment, registry, registers, client.</summary>
internal static class FactsJson
{
    public static void Write(Utf8JsonWriter json, Returned returned)
    {
        if (returned.Apartment is ApartmentFacts apartment)
        {
            json.WriteStartObject("apartment");
            json.WriteNumber("hresult", apartment.HResult);
            json.WriteNumber("type", apartment.Type);
            json.WriteNumber("qualifier", apartment.Qualifier);
            json.WriteEndObject();
        }

        if (returned.Registry is RegistryValue[] values)
        {
            Write(json, values);
        }

        if (returned.Reload is ReloadResult reload)
        {
            json.WriteStartObject("reload");
            json.WriteNumber("error", reload.Error);
            json.WriteBoolean("unloaded", reload.Unloaded);
            json.WriteEndObject();
        }

        if (returned.Clobbered is string[] clobbered)
        {
            json.WriteStartArray("clobbered");
            foreach (string register in clobbered)
            {
                json.WriteStringValue(register);
            }

            json.WriteEndArray();
        }

        if (returned.Manager is ManagerCall[] calls)
        {
            Write(json, calls);
        }

        if (returned.Recorded is NamedCall[] recorded)
        {
            RecordingJson.Write(json, recorded);
        }
    }

    private static void Write(Utf8JsonWriter json, RegistryValue[] values)
    {
        json.WriteStartArray("registry");
        foreach (RegistryValue value in values)
        {
            json.WriteStartObject();
            WriteText(json, "key", value.Key);
            WriteText(json, "name", value.Name);
            WriteText(json, "value", value.Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, ManagerCall[] calls)
    {
        json.WriteStartArray("manager");
        foreach (ManagerCall call in calls)
        {
            json.WriteStartObject();
            json.WriteString("method", call.Method);
            json.WriteNumber("flags", call.Flags);
            json.WriteNumber("answer", call.Answer);
            if (call.Helper is uint helper)
            {
                json.WriteNumber("helper", helper);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Names that the vendor chose: any UTF-16.</summary>
    private static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(Utf16Text.Quote(text), skipInputValidation: true);
    }
}
