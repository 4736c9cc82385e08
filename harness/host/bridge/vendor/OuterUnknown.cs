namespace Olkconform.Bridge;

/// <summary>What CreateInstance is given as the outer object: a counted IUnknown, and nothing else.</summary>
internal sealed class OuterUnknown() : ComObject(OwnVtable)
{
    private static readonly nint OwnVtable = MakeVtable();
}
