using System.Text.Json;
using System.Text.Json.Serialization;

namespace Olkconform.Bridge;

/// <summary>What `*pcch` holds on a call of GetIdentity: a number, what the helper last reported, or pcch is NULL.</summary>
[JsonConverter(typeof(Converter))]
internal readonly record struct PcchArgument(PcchKind Kind, uint Characters)
{
    internal sealed class Converter : JsonConverter<PcchArgument>
    {
        public override PcchArgument Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType == JsonTokenType.Number)
            {
                return new PcchArgument(PcchKind.Number, reader.GetUInt32());
            }

            return reader.GetString() switch
            {
                "reported" => new PcchArgument(PcchKind.Reported, 0),
                "null" => new PcchArgument(PcchKind.Null, 0),
                string other => throw new JsonException($"pcch is a number, \"reported\" or \"null\", not \"{other}\"."),
                null => throw new JsonException("pcch is a number, \"reported\" or \"null\"."),
            };
        }

        public override void Write(Utf8JsonWriter writer, PcchArgument value, JsonSerializerOptions options) =>
            throw new NotSupportedException("Scripts are only read.");
    }
}

internal enum PcchKind
{
    Number,
    Reported,
    Null,
}
