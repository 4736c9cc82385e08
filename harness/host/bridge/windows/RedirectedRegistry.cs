using System.Runtime.Versioning;
using Microsoft.Win32;

namespace Olkconform.Bridge;

/// <summary>Fresh keys of our own, seen by this process in place of the registry's roots.</summary>
[SupportedOSPlatform("windows")]
internal sealed class RedirectedRegistry : IRedirectedRegistry
{
    /// <summary>The keys that a DLL may rely on: there is none of its own in them.</summary>
    private static readonly Root[] Roots =
    [
        new("HKEY_CLASSES_ROOT", unchecked((int)0x8000_0000), ["AppID", "CLSID", "Interface", "TypeLib"]),
        new("HKEY_CURRENT_USER", unchecked((int)0x8000_0001), [@"Software\Classes\CLSID", @"Software\Microsoft"]),
        new("HKEY_LOCAL_MACHINE", unchecked((int)0x8000_0002), [@"Software\Classes\CLSID", @"Software\Microsoft"]),
    ];

    private readonly OwnKey own = new();
    private readonly RegistryKey[] roots;

    public RedirectedRegistry() => roots = [.. Roots.Select(root => Make(own.Key, root))];

    public uint Within(Func<uint> call)
    {
        try
        {
            for (int i = 0; i < Roots.Length; i++)
            {
                Override(Roots[i], roots[i].Handle.DangerousGetHandle());
            }

            return call();
        }
        finally
        {
            foreach (Root root in Roots)
            {
                Override(root, 0);
            }
        }
    }

    public RegistryValue[] Read()
    {
        List<RegistryValue> values = [];
        for (int i = 0; i < Roots.Length; i++)
        {
            RegistryContents.Read(roots[i], Roots[i].Name, Roots[i].Given, values);
        }

        values.Sort((a, b) => string.CompareOrdinal(a.Key, b.Key) is var byKey and not 0 ? byKey : string.CompareOrdinal(a.Name, b.Name));
        return [.. values];
    }

    public void Dispose()
    {
        foreach (RegistryKey root in roots)
        {
            root.Dispose();
        }

        own.Dispose();
    }

    private static RegistryKey Make(RegistryKey own, Root root)
    {
        RegistryKey made = own.CreateSubKey(root.Name);
        foreach (string given in root.Given)
        {
            made.CreateSubKey(given).Dispose();
        }

        return made;
    }

    private static void Override(Root root, nint key)
    {
        int error = Advapi32.RegOverridePredefKey(root.Predefined, key);
        if (error != 0)
        {
            throw new BridgeException($"{root.Name} could not be redirected: Win32 error {error}.");
        }
    }

    /// <param name="Name">As registry paths begin.</param>
    /// <param name="Predefined">The handle.</param>
    /// <param name="Given">The keys that are there from the beginning.</param>
    private sealed record Root(string Name, nint Predefined, string[] Given);
}
