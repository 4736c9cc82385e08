using System.Diagnostics;
using System.Globalization;
using System.Runtime.Versioning;
using Microsoft.Win32;

namespace Olkconform.Bridge;

/// <summary>
/// A registry key of our own in HKEY_CURRENT_USER\Software, deleted when disposed. It is not volatile, because ordinary
/// keys cannot be made below a volatile one; so its name holds the process's id, and what a process that is gone has
/// left is deleted by the next.
/// </summary>
[SupportedOSPlatform("windows")]
internal sealed class OwnKey : IDisposable
{
    private const string Prefix = "olkconform-";

    private readonly string name = string.Create(
        CultureInfo.InvariantCulture, $"{Prefix}{Environment.ProcessId}-{Guid.NewGuid():N}");

    private readonly RegistryKey software = Registry.CurrentUser.CreateSubKey("Software");

    public OwnKey()
    {
        DeleteLeftovers(software);
        Key = software.CreateSubKey(name);
    }

    public RegistryKey Key { get; }

    public void Dispose()
    {
        Key.Dispose();
        Delete(software, name);
        software.Dispose();
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
}
