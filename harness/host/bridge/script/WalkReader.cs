using System.Text.Json;

namespace Olkconform.Bridge;

/// <summary>Reads a request for a walk.</summary>
internal static class WalkReader
{
    /// <summary>`letters` of harness/record/exploration.ts.</summary>
    private const string Letters = "isgnohpq2";

    /// <summary>Null: the operation is no walk.</summary>
    public static WalkRequest? Read(string op, JsonFields fields) => op switch
    {
        "explore" => new ExploreRequest(Settings(fields), Depth(fields)),
        "tryOut" => new TryOutRequest(Settings(fields), Sequences(fields)),
        "soak" => new SoakRequest(
            Settings(fields), Spelled(fields, fields.Text("life")), fields.UInt32("cycles"), fields.UInt32("samples")),
        "repeat" => new RepeatRequest(Settings(fields), Letter(fields), fields.UInt32("times"), Manner(fields)),
        _ => null,
    };

    private static WalkSettings Settings(JsonFields fields) => new(
        fields.UInt32("walk"),
        RequestReader.Apartment(fields),
        RequestReader.Profile(fields),
        Session(fields),
        fields.UInt32("failLogons"),
        TwistOf(fields));

    private static Twist TwistOf(JsonFields fields) => fields.OptionalText("twist") switch
    {
        null => Twist.None,
        "null-out" => Twist.NullOut,
        "refused-interface" => Twist.RefusedInterface,
        "no-memory" => Twist.NoMemory,
        "helper-first" => Twist.HelperFirst,
        string other => throw fields.Wrong($"has an unknown twist `{other}`"),
    };

    private static SessionArgument Session(JsonFields fields)
    {
        SessionArgument session = StepReader.Session(fields);
        return session != SessionArgument.Second ? session : throw fields.Wrong("has a second session, and there is one");
    }

    private static uint Depth(JsonFields fields)
    {
        uint depth = fields.UInt32("depth");
        return depth <= WalkLayout.Deepest ? depth : throw fields.Wrong($"has a depth of {depth}");
    }

    private static byte[][] Sequences(JsonFields fields)
    {
        JsonElement listed = fields.Take("sequences");
        byte[][] sequences = new byte[listed.GetArrayLength()][];
        for (int i = 0; i < sequences.Length; i++)
        {
            sequences[i] = Spelled(fields, listed[i].GetString() ?? string.Empty);
        }

        return sequences;
    }

    private static byte Letter(JsonFields fields)
    {
        byte[] letters = Spelled(fields, fields.Text("letter"));
        return letters.Length == 1 ? letters[0] : throw fields.Wrong("has not one letter");
    }

    private static byte[] Spelled(JsonFields fields, string sequence)
    {
        byte[] places = new byte[sequence.Length];
        for (int i = 0; i < places.Length; i++)
        {
            int place = Letters.IndexOf(sequence[i], StringComparison.Ordinal);
            places[i] = place >= 0 ? (byte)place : throw fields.Wrong($"has an unknown letter `{sequence[i]}`");
        }

        return places.Length <= ushort.MaxValue ? places : throw fields.Wrong("has a sequence that is too long");
    }

    private static RepeatManner Manner(JsonFields fields) => fields.Text("manner") switch
    {
        "raw" => RepeatManner.Raw,
        "unrecorded" => RepeatManner.Unrecorded,
        "recorded" => RepeatManner.Recorded,
        string other => throw fields.Wrong($"has an unknown manner `{other}`"),
    };
}
