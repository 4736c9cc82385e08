using System.Text.Json.Serialization;

namespace Olkconform.Bridge;

/// <summary>The session that a factory is given: the harness's own, or NULL.</summary>
internal enum SessionArgument
{
    [JsonStringEnumMemberName("offered")] Offered,
    [JsonStringEnumMemberName("withheld")] Withheld,
}

/// <summary>Where an out-pointer argument points.</summary>
internal enum OutArgument
{
    [JsonStringEnumMemberName("memory")] Memory,
    [JsonStringEnumMemberName("null")] Null,
}

/// <summary>What lies behind the buffer that GetIdentity is given, or no buffer at all.</summary>
internal enum BufferArgument
{
    [JsonStringEnumMemberName("null")] Null,
    [JsonStringEnumMemberName("slack")] Slack,
    [JsonStringEnumMemberName("guarded")] Guarded,
}
