using System.Runtime.Versioning;
using Microsoft.Win32;

namespace Olkconform.Bridge;

/// <summary>The mail client that the registry names as the default one.</summary>
/// <param name="Name">Empty: there is none.</param>
/// <param name="HasExtendedMapi">
/// Without it the system's mapi32.dll would show a window that says so, for which nobody is there.
/// </param>
internal sealed record MailClient(string Name, bool HasExtendedMapi)
{
    private const string Mail = @"Software\Clients\Mail";

    /// <summary>It names a DLL, or what Windows Installer finds one by; DLLPath alone is for Simple MAPI.</summary>
    private static readonly string[] OfExtendedMapi = ["DLLPathEx", "MSIComponentID"];

    /// <summary>The user's choice goes before the machine's.</summary>
    [SupportedOSPlatform("windows")]
    public static MailClient OfThisMachine()
    {
        RegistryKey[] roots = [Registry.CurrentUser, Registry.LocalMachine];
        string name = roots.Select(root => ValueOf(root, Mail, string.Empty)).FirstOrDefault(text => text.Length > 0) ?? string.Empty;
        bool has = roots.Any(root => OfExtendedMapi.Any(value => ValueOf(root, $@"{Mail}\{name}", value).Length > 0));
        return new MailClient(name, name.Length > 0 && has);
    }

    [SupportedOSPlatform("windows")]
    private static string ValueOf(RegistryKey root, string path, string value)
    {
        using RegistryKey? key = root.OpenSubKey(path);
        return key?.GetValue(value) as string ?? string.Empty;
    }
}
