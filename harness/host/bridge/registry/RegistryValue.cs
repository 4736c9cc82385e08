namespace Olkconform.Bridge;

/// <summary>A value in the redirected registry.</summary>
/// <param name="Key">From the root's full name on: HKEY_CLASSES_ROOT\CLSID\{…}\InprocServer32.</param>
/// <param name="Name">Empty for a key's default value, and for a key that holds nothing at all.</param>
/// <param name="Value">As text.</param>
internal sealed record RegistryValue(string Key, string Name, string Value);
