using System.Text.Json;

namespace Olkconform.Bridge;

/// <summary>
/// Reads a JSON object strictly: a field that is missing, of a wrong kind or unknown is the harness's own mistake, and
/// is told as such. By hand, because the serializer has some 450 methods compiled at every start of the child.
/// </summary>
internal sealed class JsonFields
{
    private readonly JsonElement element;
    private readonly string what;
    private int taken;

    public JsonFields(JsonElement element, string what)
    {
        this.element = element;
        this.what = what;
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw Wrong($"is {element.ValueKind} and not an object");
        }
    }

    /// <summary>A field that must be there.</summary>
    public JsonElement Take(string name) => TakeOptional(name) ?? throw Wrong($"has no `{name}`");

    public JsonElement? TakeOptional(string name)
    {
        if (!element.TryGetProperty(name, out JsonElement value))
        {
            return null;
        }

        taken++;
        return value;
    }

    public string Text(string name) => Text(name, Take(name));

    public string? OptionalText(string name) =>
        TakeOptional(name) is JsonElement value && value.ValueKind != JsonValueKind.Null ? Text(name, value) : null;

    public uint UInt32(string name) => UInt32(name, Take(name));

    public uint? OptionalUInt32(string name) => TakeOptional(name) is JsonElement value ? UInt32(name, value) : null;

    public bool? OptionalBoolean(string name) => TakeOptional(name)?.ValueKind switch
    {
        null => null,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind other => throw Wrong($"has {other} for `{name}` and not true or false"),
    };

    public bool Boolean(string name) => OptionalBoolean(name) ?? throw Wrong($"has no `{name}`");

    public Guid Guid(string name) => Take(name).TryGetGuid(out Guid guid) ? guid : throw Wrong($"has no GUID for `{name}`");

    public JsonFields Object(string name) => new(Take(name), $"{what}'s `{name}`");

    /// <summary>To be called when all that is known has been taken.</summary>
    public void End()
    {
        foreach (JsonProperty property in element.EnumerateObject())
        {
            taken--;
        }

        if (taken != 0)
        {
            throw Wrong("has a field that is not known, or one that is there twice");
        }
    }

    public BridgeException Wrong(string complaint) => new($"The {what} {complaint}.");

    private string Text(string name, JsonElement value) => value.ValueKind == JsonValueKind.String
        ? value.GetString() ?? string.Empty
        : throw Wrong($"has {value.ValueKind} for `{name}` and not a text");

    private uint UInt32(string name, JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetUInt32(out uint number)
            ? number
            : throw Wrong($"has no 32-bit number for `{name}`");
}
