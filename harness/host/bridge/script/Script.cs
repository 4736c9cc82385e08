using System.Text.Json.Serialization;

namespace Olkconform.Bridge;

/// <summary>What is done to one helper; the contract is harness/script/step.ts.</summary>
internal sealed class Script
{
    public required string Name { get; init; }

    /// <summary>UTF-16 as JavaScript holds it, unpaired surrogates included.</summary>
    [JsonConverter(typeof(Utf16StringConverter))]
    public required string Profile { get; init; }

    public required bool Hazardous { get; init; }

    public required Step[] Steps { get; init; }
}
