using System.Text.Json;
using System.Text.Json.Serialization;

namespace Olkconform.Bridge;

/// <summary>Reads requests strictly: what is unknown or missing is the harness's own mistake and is told as such.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    AllowOutOfOrderMetadataProperties = true,
    RespectNullableAnnotations = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(Request))]
internal sealed partial class RequestJson : JsonSerializerContext
{
    public static Request Parse(string json) =>
        JsonSerializer.Deserialize(json, Default.Request) ?? throw new JsonException("The request is null.");
}
