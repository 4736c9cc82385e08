using System.Text.Json;

namespace Olkconform.Bridge;

/// <summary>The provider's counters and events as `afterStep` of harness/record/transcript.ts has them.</summary>
internal static class ProviderJson
{
    public static void Write(Utf8JsonWriter json, ProviderState provider)
    {
        if (!provider.CountsCalls)
        {
            json.WriteNull("provider");
            WriteSessions(json, provider);
            WriteEvents(json, provider.Events);
            return;
        }

        json.WriteStartObject("provider");
        json.WriteNumber("initializes", provider.Counters.Initializes);
        json.WriteNumber("uninitializes", provider.Counters.Uninitializes);
        json.WriteNumber("logons", provider.Counters.Logons);
        json.WriteNumber("failedLogons", provider.Counters.FailedLogons);
        WriteSessions(json, provider);
        json.WriteEndObject();
        WriteEvents(json, provider.Events);
    }

    public static void WriteEvents(Utf8JsonWriter json, ProviderEvent[] events)
    {
        json.WriteStartArray("events");
        foreach (ProviderEvent received in events)
        {
            Write(json, received);
        }

        json.WriteEndArray();
    }

    public static void WriteSession(Utf8JsonWriter json, uint? session)
    {
        if (session is uint id)
        {
            json.WriteNumber("session", id);
        }
        else
        {
            json.WriteNull("session");
        }
    }

    private static void WriteSessions(Utf8JsonWriter json, ProviderState provider)
    {
        json.WriteStartArray("sessions");
        foreach (SessionCounters session in provider.Sessions)
        {
            json.WriteStartObject();
            Write(json, session);
            if (provider.CountsCalls)
            {
                json.WriteNumber("callsAfterRelease", session.CallsAfterRelease);
                json.WriteNumber("logoffs", session.Logoffs);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>What a session tells of itself.</summary>
    private static void Write(Utf8JsonWriter json, SessionCounters session)
    {
        json.WriteNumber("id", session.Id);
        json.WriteString("origin", session.Origin switch
        {
            SessionOrigin.Offered => "offered",
            SessionOrigin.Logon => "logon",
            _ => throw new BridgeException($"The MAPI provider told of a session of unknown origin {session.Origin}."),
        });
        json.WriteNumber("references", session.References);
        json.WriteNumber("overReleases", session.OverReleases);
    }

    private static void Write(Utf8JsonWriter json, ProviderEvent received)
    {
        json.WriteStartObject();
        json.WriteString("kind", received.Kind switch
        {
            ProviderEventKind.Initialize => "initialize",
            ProviderEventKind.Uninitialize => "uninitialize",
            ProviderEventKind.Logon => "logon",
            ProviderEventKind.Query => "query",
            ProviderEventKind.AddRef => "addRef",
            ProviderEventKind.Release => "release",
            ProviderEventKind.Logoff => "logoff",
            ProviderEventKind.Call => "call",
            _ => throw new BridgeException($"The MAPI provider told of an event of unknown kind {received.Kind}."),
        });
        WriteSession(json, received.Session == 0 ? null : received.Session);
        json.WriteNumber("answer", received.Answer);
        json.WriteNumber("flags", received.Flags);
        json.WritePropertyName("text");
        json.WriteRawValue(Utf16Text.Quote(received.Text.Value), skipInputValidation: true);
        json.WriteEndObject();
    }
}
