namespace Olkconform.Bridge;

/// <summary>A DLL that the loader brought in.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Base">Where it lies.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Stack">The return addresses at that moment, the innermost first.</param>
internal sealed record LoadedModule(string Name, nint Base, uint Size, nint[] Stack)
{
    public bool Holds(nint address) => address >= Base && address < Base + (nint)Size;
}

/// <summary>
/// Which of the DLLs that came with the vendor's were loaded by its own DllMain. What it imports comes while none of its
/// code runs; what its DllMain loads comes with the vendor's code on the stack. A DLL whose own DllMain loads another is
/// further in on the stack than the vendor's then, and the vendor is not blamed for that other one.
/// </summary>
internal static class LoadBlame
{
    /// <summary>Names of API sets, by which a C runtime looks for what it may use; they are no DLLs of their own.</summary>
    private static readonly string[] ApiSets = ["api-ms-", "ext-ms-"];

    /// <param name="vendor">Where the vendor's DLL lies.</param>
    /// <param name="loads">In the order in which they were loaded.</param>
    public static string[] LoadedBy(nint vendor, LoadedModule[] loads)
    {
        LoadedModule? own = Array.Find(loads, load => load.Base == vendor);
        return own is null
            ? []
            :
            [
                .. from load in loads
                   where load != own && !IsApiSet(load.Name) && IsBlamed(load, own, loads)
                   select load.Name,
            ];
    }

    private static bool IsBlamed(LoadedModule load, LoadedModule own, LoadedModule[] loads)
    {
        foreach (nint frame in load.Stack)
        {
            LoadedModule? running = Array.Find(loads, other => other != load && other.Holds(frame));
            if (running is not null)
            {
                return running == own;
            }
        }

        return false;
    }

    private static bool IsApiSet(string name) =>
        ApiSets.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
}
