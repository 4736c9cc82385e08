namespace Olkconform.Bridge;

/// <summary>
/// The class as the DLL registers it: DllRegisterServer into a redirected registry, then CoCreateInstance. Where COM
/// keeps a view of the classes of its own and does not see the redirection (Wine's does not), what was registered is
/// followed by hand: InprocServer32 must name this DLL, and its class object makes the helper.
/// </summary>
internal sealed class RegisteredActivation(
    ILibrary library, Guid clsid, ClassActivation byClassObject, IMachine machine, IVendorCall call) : IActivation
{
    public const string RegisterExport = "DllRegisterServer";

    private const uint ClassNotRegistered = 0x8004_0154;
    private const uint DllNotFound = 0x8004_01F8;

    public uint Create(nint profile, nint session, nint helper)
    {
        using IRedirectedRegistry registry = machine.RedirectRegistry();
        return registry.Within(() =>
        {
            uint hresult = unchecked((uint)call.Enter(library.RequireExport(RegisterExport)));
            hresult = HResults.Succeeded(hresult) ? byClassObject.Prepare(profile, session) : hresult;
            if (!HResults.Succeeded(hresult))
            {
                return hresult;
            }

            hresult = machine.CoCreateInstance(clsid, ComIds.Unknown, helper);
            return hresult == ClassNotRegistered ? Follow(registry.Read(), profile, session, helper) : hresult;
        });
    }

    private uint Follow(RegistryValue[] registered, nint profile, nint session, nint helper)
    {
        string key = $@"\CLSID\{clsid:B}\InprocServer32";
        RegistryValue? server = Array.Find(
            registered,
            value => value.Name.Length == 0 && value.Key.EndsWith(key, StringComparison.OrdinalIgnoreCase));
        return server switch
        {
            null => ClassNotRegistered,
            _ when machine.IsPathOf(server.Value, library) => byClassObject.Create(profile, session, helper),
            _ => DllNotFound,
        };
    }
}
