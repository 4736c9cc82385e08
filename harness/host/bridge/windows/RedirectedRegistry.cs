using System.Diagnostics;
using System.Globalization;
using System.Runtime.Versioning;
using Microsoft.Win32;

namespace Olkconform.Bridge;

/// <summary>
/// Fresh keys below one of our own in HKEY_CURRENT_USER\Software, seen by this process in place of the roots. It is not
/// volatile, because ordinary keys cannot be made below a volatile one; so its name holds the process's id, and what a
/// process that is gone has left is deleted by the next.
/// </summary>
[SupportedOSPlatform("windows")]
internal sealed class RedirectedRegistry : IRedirectedRegistry
{
    private const string Prefix = "olkconform-";

    /// <summary>The keys that a DLL may rely on: there is none of its own in them.</summary>
    private static readonly Root[] Roots =
    [
        new("HKEY_CLASSES_ROOT", unchecked((int)0x8000_0000), ["AppID", "CLSID", "Interface", "TypeLib"]),
        new("HKEY_CURRENT_USER", unchecked((int)0x8000_0001), [@"Software\Classes\CLSID", @"Software\Microsoft"]),
        new("HKEY_LOCAL_MACHINE", unchecked((int)0x8000_0002), [@"Software\Classes\CLSID", @"Software\Microsoft"]),
    ];

    private readonly string name = string.Create(
        CultureInfo.InvariantCulture, $"{Prefix}{Environment.ProcessId}-{Guid.NewGuid():N}");

    private readonly RegistryKey software;
    private readonly RegistryKey own;
    private readonly RegistryKey[] roots;

    public RedirectedRegistry()
    {
        software = Registry.CurrentUser.CreateSubKey("Software");
        DeleteLeftovers(software);
        own = software.CreateSubKey(name);
        roots = [.. Roots.Select(root => Make(own, root))];
    }

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

        return
        [
            .. values.OrderBy(value => value.Key, StringComparer.Ordinal).ThenBy(value => value.Name, StringComparer.Ordinal),
        ];
    }

    public void Dispose()
    {
        foreach (RegistryKey root in roots)
        {
            root.Dispose();
        }

        own.Dispose();
        Delete(software, name);
        software.Dispose();
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

    private static void DeleteLeftovers(RegistryKey software)
    {
        foreach (string left in software.GetSubKeyNames().Where(key => key.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            if (int.TryParse(left.Split('-')[1], CultureInfo.InvariantCulture, out int process) && !IsAlive(process))
            {
                Delete(software, left);
            }
        }
    }

    private static void Delete(RegistryKey software, string left)
    {
        try
        {
            software.DeleteSubKeyTree(left, throwOnMissingSubKey: false);
        }
        catch (IOException)
        {
            // Another process of ours deletes it at this moment.
        }
    }

    private static bool IsAlive(int process)
    {
        try
        {
            using Process found = Process.GetProcessById(process);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
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
