namespace Olkconform.Bridge;

/// <summary>Names for addresses, p1, p2 … in order of first appearance in a script: equal names are equal pointers.</summary>
internal sealed class PointerNames(nint sentinel)
{
    private readonly Dictionary<nint, string> names = [];

    public string Of(nint pointer)
    {
        if (pointer == sentinel)
        {
            return "untouched";
        }

        if (pointer == 0)
        {
            return "null";
        }

        if (!names.TryGetValue(pointer, out string? name))
        {
            name = $"p{names.Count + 1}";
            names.Add(pointer, name);
        }

        return name;
    }
}
