namespace Olkconform.Bridge;

/// <summary>Interface identifiers of COM's own.</summary>
internal static class ComIds
{
    public static readonly Guid Unknown = new("00000000-0000-0000-c000-000000000046");
    public static readonly Guid ClassFactory = new("00000001-0000-0000-c000-000000000046");
    public static readonly Guid Marshal = new("00000003-0000-0000-c000-000000000046");
    public static readonly Guid AgileObject = new("94ea2b94-e9cc-49e0-c0ff-ee64ca8f5b90");
}
