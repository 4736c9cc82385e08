using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Olkconform.Bridge;

/// <summary>
/// Reads a JSON string into exactly the UTF-16 code units that it spells. System.Text.Json refuses unpaired surrogates;
/// a profile name may have them, and JSON.stringify writes them as escapes.
/// </summary>
internal sealed class Utf16StringConverter : JsonConverter<string>
{
    public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            throw new JsonException("A string was expected.");
        }

        ReadOnlySpan<byte> token = reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan;
        string escaped = Encoding.UTF8.GetString(token);
        return reader.ValueIsEscaped ? Unescape(escaped) : escaped;
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Scripts are only read.");

    /// <summary>The reader has checked the escapes already, so only well-formed ones arrive here.</summary>
    private static string Unescape(string escaped)
    {
        StringBuilder text = new(escaped.Length);
        for (int at = 0; at < escaped.Length; at++)
        {
            if (escaped[at] != '\\')
            {
                text.Append(escaped[at]);
                continue;
            }

            at++;
            if (escaped[at] == 'u')
            {
                text.Append((char)Convert.ToUInt16(escaped.Substring(at + 1, 4), 16));
                at += 4;
                continue;
            }

            text.Append(escaped[at] switch
            {
                'b' => '\b',
                'f' => '\f',
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                char itself => itself,
            });
        }

        return text.ToString();
    }
}
