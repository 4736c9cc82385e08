using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Olkconform.Bridge;

[SupportedOSPlatform("windows")]
internal static partial class Advapi32
{
    /// <param name="predefined">One of the roots' handles.</param>
    /// <param name="key">What to see in its place; 0: itself again.</param>
    /// <returns>The Win32 error.</returns>
    [LibraryImport("advapi32")]
    public static partial int RegOverridePredefKey(nint predefined, nint key);
}
