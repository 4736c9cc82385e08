namespace Olkconform.Bridge;

/// <summary>A DLL that is guarded anew each time it is loaded again: its table of imports is a new one.</summary>
internal sealed class GuardedLibrary(ILibrary library, Action guard) : ILibrary
{
    public string Path => library.Path;

    public bool IsLoaded => library.IsLoaded;

    public nint FindExport(string name) => library.FindExport(name);

    public ReloadResult Reload()
    {
        ReloadResult result = library.Reload();
        if (library.IsLoaded)
        {
            guard();
        }

        return result;
    }
}
