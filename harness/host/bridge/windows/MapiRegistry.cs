using System.Runtime.Versioning;
using Microsoft.Win32;

namespace Olkconform.Bridge;

/// <summary>
/// Shows this process a HKEY_LOCAL_MACHINE in which the provider is the default mail client, for a DLL that finds MAPI
/// by the registry: the MAPI stub library does, and so does the system's own mapi32.dll. Nothing else is in it, so it is
/// only shown until MAPI has been called the first time.
/// </summary>
[SupportedOSPlatform("windows")]
internal sealed class MapiRegistry : IDisposable
{
    private const string Client = "olkconform";

    private static readonly nint LocalMachine = unchecked((int)0x8000_0002);

    private readonly OwnKey own = new();

    /// <param name="provider">The provider's full path.</param>
    public MapiRegistry(string provider)
    {
        using RegistryKey mail = own.Key.CreateSubKey(@"Software\Clients\Mail");
        mail.SetValue(null, Client);
        using RegistryKey client = mail.CreateSubKey(Client);
        client.SetValue("DLLPath", provider);
        client.SetValue("DLLPathEx", provider);
        Show(own.Key.Handle.DangerousGetHandle());
    }

    public void Dispose()
    {
        Show(0);
        own.Dispose();
    }

    private static void Show(nint key)
    {
        int error = Advapi32.RegOverridePredefKey(LocalMachine, key);
        if (error != 0)
        {
            throw new BridgeException($"HKEY_LOCAL_MACHINE could not be redirected: Win32 error {error}.");
        }
    }
}
