using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Olkconform.Bridge;

/// <summary>A DLL loaded by its full path, so that its neighbours are found and no search path has a say.</summary>
[SupportedOSPlatform("windows")]
internal sealed class WindowsLibrary : ILibrary
{
    private WindowsLibrary(string path, nint module)
    {
        Path = path;
        Module = module;
    }

    public string Path { get; }

    /// <summary>Where it lies; 0 when it could not be loaded again.</summary>
    public nint Module { get; private set; }

    public bool IsLoaded => Module != 0;

    /// <param name="path">The DLL's full path.</param>
    /// <param name="error">The Win32 error when there is no library, otherwise 0.</param>
    public static WindowsLibrary? Load(string path, out uint error)
    {
        nint module = LoadModule(path, out error);
        return module == 0 ? null : new WindowsLibrary(path, module);
    }

    public nint FindExport(string name) => Kernel32.GetProcAddress(Module, name);

    /// <summary>
    /// Lets go of the one reference that is held here, and of none that others hold: a DLL that stays because of those
    /// is not torn from under them.
    /// </summary>
    public ReloadResult Reload()
    {
        Kernel32.FreeLibrary(Module);
        bool isStillThere = Kernel32.GetModuleHandleEx(Kernel32.LeaveCount, Path, out _);
        Module = LoadModule(Path, out uint error);
        return new ReloadResult(error, !isStillThere);
    }

    private static nint LoadModule(string path, out uint error)
    {
        nint module = Kernel32.LoadLibraryEx(path, 0, Kernel32.LoadWithAlteredSearchPath);
        error = module == 0 ? (uint)Marshal.GetLastPInvokeError() : 0;
        return module;
    }
}
