using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Olkconform.Bridge;

/// <summary>A DLL loaded by its full path, so that its neighbours are found and no search path has a say.</summary>
[SupportedOSPlatform("windows")]
internal sealed class WindowsLibrary : ILibrary
{
    private readonly nint module;

    private WindowsLibrary(string path, nint module)
    {
        Path = path;
        this.module = module;
    }

    public string Path { get; }

    /// <param name="path">The DLL's full path.</param>
    /// <param name="error">The Win32 error when there is no library, otherwise 0.</param>
    public static WindowsLibrary? Load(string path, out uint error)
    {
        nint module = Kernel32.LoadLibraryEx(path, 0, Kernel32.LoadWithAlteredSearchPath);
        error = module == 0 ? (uint)Marshal.GetLastPInvokeError() : 0;
        return module == 0 ? null : new WindowsLibrary(path, module);
    }

    public nint FindExport(string name) => Kernel32.GetProcAddress(module, name);
}
