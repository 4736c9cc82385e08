namespace Olkconform.Bridge;

/// <summary>A DLL in this process.</summary>
internal interface ILibrary
{
    string Path { get; }

    /// <summary>The address of an export, 0 when there is none of that name.</summary>
    nint FindExport(string name);

    nint RequireExport(string name)
    {
        nint address = FindExport(name);
        return address != 0 ? address : throw new BridgeException($"{Path} does not export {name}.");
    }
}
