using System.Globalization;
using System.Runtime.Versioning;
using Microsoft.Win32;

namespace Olkconform.Bridge;

/// <summary>All values below a key, as text.</summary>
[SupportedOSPlatform("windows")]
internal static class RegistryContents
{
    /// <param name="key">Where to begin.</param>
    /// <param name="path">How the key is called in what is told.</param>
    /// <param name="given">Keys, relative to it, that do not count as long as they are empty.</param>
    /// <param name="into">What is found is added to this.</param>
    public static void Read(RegistryKey key, string path, string[] given, List<RegistryValue> into)
    {
        string[] names = key.GetValueNames();
        foreach (string name in names)
        {
            object? value = key.GetValue(name, null, RegistryValueOptions.DoNotExpandEnvironmentNames);
            into.Add(new RegistryValue(path, name, Text(value)));
        }

        string[] below = key.GetSubKeyNames();
        if (names.Length == 0 && below.Length == 0 && !Array.Exists(given, one => IsAtOrAbove(path, one)))
        {
            into.Add(new RegistryValue(path, string.Empty, string.Empty));
        }

        foreach (string name in below)
        {
            using RegistryKey? found = key.OpenSubKey(name);
            if (found is not null)
            {
                Read(found, $@"{path}\{name}", given, into);
            }
        }
    }

    private static string Text(object? value) => value switch
    {
        null => string.Empty,
        string text => text,
        string[] texts => string.Join('\n', texts),
        byte[] bytes => Convert.ToHexStringLower(bytes),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? string.Empty,
    };

    /// <summary>Whether the path, without its root, is that key or one on the way to it.</summary>
    private static bool IsAtOrAbove(string path, string key)
    {
        int root = path.IndexOf('\\', StringComparison.Ordinal);
        return root < 0 || $@"{key}\".StartsWith($@"{path[(root + 1)..]}\", StringComparison.OrdinalIgnoreCase);
    }
}
