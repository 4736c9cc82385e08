using System.Buffers;
using System.Text.Json;

namespace Olkconform.Bridge;

/// <summary>Writes the journal's records: exactly `journalRecordSchema` of harness/record/transcript.ts.</summary>
internal sealed class JournalWriter(IJournal journal) : IDisposable
{
    /// <summary>A character takes at most six bytes, and there are <see cref="MappedJournal.Reserve"/>.</summary>
    private const int LongestWhy = 300;

    private const int LongestClient = 200;

    private readonly ArrayBufferWriter<byte> text = new(4096);
    private readonly Utf8JsonWriter json = new(Stream.Null);

    /// <param name="client">The mail client whose MAPI it is; empty: there is none.</param>
    /// <param name="refusal">Why nothing can be judged against it; null: it can.</param>
    public void Mapi(string client, MapiRefusal? refusal)
    {
        Start("mapi");
        json.WriteString("client", client.Length > LongestClient ? client[..LongestClient] : client);
        if (refusal is null)
        {
            json.WriteNull("refused");
        }
        else
        {
            json.WriteStartObject("refused");
            json.WriteString("by", refusal.By);
            json.WriteNumber("answer", refusal.Answer);
            json.WriteEndObject();
        }

        Commit();
    }

    public void Load()
    {
        Start("load");
        Commit();
    }

    /// <param name="error">The Win32 error code of LoadLibrary, 0 when the DLL is loaded.</param>
    /// <param name="events">What the MAPI provider received meanwhile.</param>
    /// <param name="libraries">The DLLs that the DLL loaded from its DllMain.</param>
    public void Loaded(uint error, ProviderEvent[] events, string[] libraries)
    {
        Start("loaded");
        json.WriteNumber("error", error);
        ProviderJson.WriteEvents(json, events);
        json.WriteStartArray("libraries");
        foreach (string library in libraries)
        {
            json.WriteStringValue(library);
        }

        json.WriteEndArray();
        Commit();
    }

    public void Script(uint script)
    {
        Start("script");
        json.WriteNumber("script", script);
        Commit();
    }

    public void Step(uint script, uint step)
    {
        journal.ForgetFault();
        Start("step");
        json.WriteNumber("script", script);
        json.WriteNumber("step", step);
        Commit();
    }

    public void Result(uint script, uint step, Outcome outcome, ProviderState provider, double microseconds)
    {
        Start("result");
        json.WriteNumber("script", script);
        json.WriteNumber("step", step);
        json.WritePropertyName("outcome");
        OutcomeJson.Write(json, outcome);
        ProviderJson.Write(json, provider);
        json.WriteNumber("micros", Math.Round(microseconds, 1));
        Commit();
    }

    public void End(uint script)
    {
        Start("end");
        json.WriteNumber("script", script);
        Commit();
    }

    /// <summary>The harness's own fault. That it is here, under a seal, tells it from what a DLL might claim.</summary>
    public void Broken(string why)
    {
        Start("broken");
        json.WriteString("why", why.Length > LongestWhy ? why[..LongestWhy] : why);
        Commit(isLast: true);
    }

    public void Dispose() => json.Dispose();

    /// <summary>Begins a record of a walk; what is written to it before <see cref="Commit()"/> is its fields.</summary>
    public Utf8JsonWriter Begin(string record, uint walk)
    {
        Start(record);
        json.WriteNumber("walk", walk);
        return json;
    }

    public void Commit() => Commit(isLast: false);

    private void Start(string record)
    {
        text.ResetWrittenCount();
        json.Reset(text);
        json.WriteStartObject();
        json.WriteString("record", record);
    }

    private void Commit(bool isLast)
    {
        json.WriteEndObject();
        json.Flush();
        journal.Append(text.WrittenSpan, isLast);
    }
}
