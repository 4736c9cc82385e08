namespace Olkconform.Bridge;

/// <summary>Interface identifiers of COM's own.</summary>
internal static class ComIds
{
    public static readonly Guid Unknown = new("00000000-0000-0000-c000-000000000046");
    public static readonly Guid ClassFactory = new("00000001-0000-0000-c000-000000000046");
}
