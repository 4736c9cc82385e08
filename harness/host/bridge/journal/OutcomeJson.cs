using System.Text.Json;

namespace Olkconform.Bridge;

/// <summary>An outcome as `bridgeOutcomeSchema` has it.</summary>
internal static class OutcomeJson
{
    public static void Write(Utf8JsonWriter json, Outcome outcome)
    {
        json.WriteStartObject();
        switch (outcome)
        {
            case Returned returned:
                json.WriteString("kind", "returned");
                Write(json, returned);
                break;
            case Threw threw:
                json.WriteString("kind", "threw");
                json.WriteNumber("code", threw.Code);
                break;
            case Unreached unreached:
                json.WriteString("kind", "unreached");
                json.WriteString("why", unreached.Why);
                break;
            default:
                throw new BridgeException($"No such outcome: {outcome.GetType().Name}.");
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Returned returned)
    {
        if (returned.HResult is uint hresult)
        {
            json.WriteNumber("hresult", hresult);
        }

        if (returned.Count is uint count)
        {
            json.WriteNumber("count", count);
        }

        if (returned.Out is OutPointer pointer)
        {
            json.WriteStartObject("out");
            json.WriteString("pointer", pointer.Pointer);
            ProviderJson.WriteSession(json, pointer.Session);
            json.WriteEndObject();
        }

        if (returned.Pcch is Passed<PcchValues> pcch)
        {
            json.WritePropertyName("pcch");
            Write(json, pcch.Value);
        }

        if (returned.Buffer is Passed<BufferImage> buffer)
        {
            json.WritePropertyName("buffer");
            Write(json, buffer.Value);
        }

        FactsJson.Write(json, returned);
        if (returned.MemoryChanged is bool changed)
        {
            json.WriteBoolean("memoryChanged", changed);
        }
    }

    public static void Write(Utf8JsonWriter json, PcchValues? pcch)
    {
        if (pcch is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        json.WriteNumber("before", pcch.Before);
        json.WriteNumber("after", pcch.After);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, BufferImage? buffer)
    {
        if (buffer is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        json.WriteString("image", buffer.Image);
        if (buffer.Changed is ChangedRange changed)
        {
            json.WriteStartArray("changed");
            json.WriteNumberValue(changed.First);
            json.WriteNumberValue(changed.Last);
            json.WriteEndArray();
        }
        else
        {
            json.WriteNull("changed");
        }

        json.WriteNumber("changedBefore", buffer.ChangedBefore);
        json.WriteNumber("changedBehind", buffer.ChangedBehind);
        json.WriteEndObject();
    }
}
