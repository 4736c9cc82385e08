namespace Olkconform.Bridge;

/// <summary>A DLL in this process.</summary>
internal interface ILibrary
{
    string Path { get; }

    /// <summary>False after it could not be loaded again.</summary>
    bool IsLoaded { get; }

    /// <summary>The address of an export, 0 when there is none of that name.</summary>
    nint FindExport(string name);

    /// <summary>FreeLibrary and LoadLibrary. What was found of its exports before does not hold any more.</summary>
    ReloadResult Reload();

    nint RequireExport(string name)
    {
        nint address = FindExport(name);
        return address != 0 ? address : throw new BridgeException($"{Path} does not export {name}.");
    }
}
