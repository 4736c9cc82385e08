using System.Text;
using System.Text.Json;
using static Olkconform.Bridge.WalkLayout;

namespace Olkconform.Bridge;

/// <summary>What came of a walk, as `walkRecords` of harness/record/walk-record.ts has it.</summary>
internal sealed unsafe class WalkWriter(JournalWriter journal, uint walk)
{
    /// <summary>So many things go into one record.</summary>
    private const int AtOnce = 500;

    private const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";

    private static readonly string[] Kinds = ["returned", "threw", "skipped"];
    private static readonly string[] Outs = ["none", "untouched", "null", "session", "other", "other", "other"];


    /// <summary>What is told of a pointer of that place beside, if anything.</summary>
    private static readonly string?[] Sessions = [null, null, null, null, null, "elsewhere", "none"];

    private delegate void WriteItem<T>(Utf8JsonWriter json, ref readonly T item);

    public void Write(Found found)
    {
        Write<Observation>("observations", new(found.Observations, (int)found.ObservationCount), Write);
        Write<End>("ends", new(found.Ends, (int)found.EndCount), Write);
    }

    public void Write(ReadOnlySpan<Node> nodes) => Write<Node>("nodes", nodes, Write);

    /// <param name="places">One behind the other: for creating the helper, for each letter, and for the end.</param>
    /// <param name="sequences">Those that were run.</param>
    public void Write(ReadOnlySpan<uint> places, ReadOnlySpan<byte[]> sequences)
    {
        string[] runs = new string[sequences.Length];
        StringBuilder text = new();
        for (int i = 0; i < runs.Length; i++)
        {
            int length = sequences[i].Length + 2;
            text.Clear();
            foreach (uint place in places[..length])
            {
                Append(text, place);
            }

            runs[i] = text.ToString();
            places = places[length..];
        }

        Write<string>("runs", runs, static (Utf8JsonWriter json, ref readonly string run) => json.WriteStringValue(run));
    }

    /// <param name="depth">How deep it went.</param>
    /// <param name="microseconds">What it took.</param>
    /// <param name="deviations">Those that there was room for.</param>
    /// <param name="untold">How many more there were.</param>
    public void Explored(uint depth, double microseconds, ReadOnlySpan<Deviation> deviations, uint untold)
    {
        Utf8JsonWriter json = journal.Begin("explored", walk);
        json.WriteNumber("depth", depth);
        json.WriteNumber("micros", microseconds);
        json.WriteStartArray("deviations");
        foreach (ref readonly Deviation deviation in deviations)
        {
            json.WriteStartObject();
            json.WriteNumber("number", deviation.Number);
            json.WriteNumber("length", deviation.Length);
            json.WriteNumber("step", deviation.Step);
            json.WriteNumber("before", deviation.Before);
            json.WriteNumber("now", deviation.Now);
            json.WriteStartArray("life");
            for (int i = 0; i < deviation.Length + 2; i++)
            {
                json.WriteNumberValue(deviation.Life[i]);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (untold > 0)
        {
            json.WriteNumber("untold", untold);
        }

        journal.Commit();
    }

    public void Write(ulong cycle, double microseconds, ulong changed, Sample sample)
    {
        Utf8JsonWriter json = journal.Begin("sample", walk);
        json.WriteNumber("micros", microseconds);
        json.WriteNumber("changed", changed);
        json.WriteStartObject("sample");
        json.WriteNumber("cycle", cycle);
        json.WriteNumber("references", sample.References);
        json.WriteNumber("sessions", sample.Sessions);
        json.WriteNumber("handles", sample.Handles);
        json.WriteNumber("threads", sample.Threads);
        json.WriteNumber("privateBytes", sample.PrivateBytes);
        json.WriteNumber("gdiObjects", sample.GdiObjects);
        json.WriteNumber("userObjects", sample.UserObjects);
        json.WriteEndObject();
        journal.Commit();
    }

    public void Repeated(double microseconds)
    {
        journal.Begin("repeated", walk).WriteNumber("micros", microseconds);
        journal.Commit();
    }

    /// <summary>The last record of a walk.</summary>
    public void Walked()
    {
        journal.Begin("walked", walk);
        journal.Commit();
    }

    private void Write<T>(string record, ReadOnlySpan<T> all, WriteItem<T> write)
    {
        for (int from = 0; from < all.Length; from += AtOnce)
        {
            Utf8JsonWriter json = journal.Begin(record, walk);
            json.WriteStartArray("items");
            foreach (ref readonly T item in all[from..Math.Min(from + AtOnce, all.Length)])
            {
                write(json, in item);
            }

            json.WriteEndArray();
            journal.Commit();
        }
    }

    private static void Write(Utf8JsonWriter json, ref readonly Observation seen)
    {
        json.WriteStartObject();
        json.WriteString("kind", Kinds[seen.Kind]);
        json.WriteNumber("hresult", seen.HResult);
        json.WriteNumber("value", seen.Value);
        json.WriteNumber("text", seen.Text);
        json.WriteString("out", Outs[seen.Out]);
        if (Sessions[seen.Out] is string session)
        {
            json.WriteString("session", session);
        }

        if (seen.Age == Observation.NoAge)
        {
            json.WriteNull("age");
        }
        else
        {
            json.WriteNumber("age", seen.Age);
        }

        json.WriteNumber("initializes", seen.Initializes);
        json.WriteNumber("uninitializes", seen.Uninitializes);
        json.WriteNumber("logons", seen.Logons);
        json.WriteNumber("failedLogons", seen.FailedLogons);
        json.WriteNumber("logoffs", seen.Logoffs);
        json.WriteNumber("overReleases", seen.OverReleases);
        json.WriteNumber("callsAfterRelease", seen.CallsAfterRelease);
        fixed (int* references = seen.References)
        {
            WriteReferences(json, new(references, ToldApart));
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ref readonly End left)
    {
        json.WriteStartObject();
        json.WriteString("kind", Kinds[left.Kind]);
        json.WriteStartArray("counts");
        for (int helper = 0; helper < left.Helpers; helper++)
        {
            json.WriteNumberValue(left.Counts[helper]);
        }

        json.WriteEndArray();
        fixed (int* references = left.References)
        {
            WriteReferences(json, new(references, ToldApart));
        }

        json.WriteNumber("initialized", left.Initialized);
        json.WriteNumber("logons", left.Logons);
        json.WriteNumber("logoffs", left.Logoffs);
        json.WriteNumber("overReleases", left.OverReleases);
        json.WriteNumber("callsAfterRelease", left.CallsAfterRelease);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ref readonly Node node)
    {
        json.WriteStartArray();
        json.WriteNumberValue(node.Observation);
        json.WriteNumberValue(node.End);
        for (int letter = 0; letter < Letters && node.IsLeaf == 0; letter++)
        {
            json.WriteNumberValue(node.Next[letter]);
        }

        json.WriteEndArray();
    }

    private static void WriteReferences(Utf8JsonWriter json, ReadOnlySpan<int> references)
    {
        json.WriteStartArray("references");
        foreach (int change in references.TrimEnd(0))
        {
            json.WriteNumberValue(change);
        }

        json.WriteEndArray();
    }

    /// <summary>Five bits a character, the low ones first; the sixth says that more follow.</summary>
    private static void Append(StringBuilder text, uint place)
    {
        for (; place >= 32; place >>= 5)
        {
            text.Append(Digits[(int)(32 | (place & 31))]);
        }

        text.Append(Digits[(int)place]);
    }
}
