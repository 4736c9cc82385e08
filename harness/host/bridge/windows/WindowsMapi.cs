using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Olkconform.Bridge;

/// <summary>The system's mapi32.dll, which hands calls on to the mail client that the registry names.</summary>
[SupportedOSPlatform("windows")]
internal sealed unsafe class WindowsMapi : IMapi
{
    /// <summary>MAPI_NEW_SESSION, MAPI_EXTENDED, MAPI_UNICODE: nobody else's session, and no window.</summary>
    private const uint LogonFlags = 0x0000_0002 | 0x0000_0020 | 0x8000_0000;

    private readonly delegate* unmanaged[Stdcall]<nint, uint> initialize;
    private readonly delegate* unmanaged[Stdcall]<void> uninitialize;
    private readonly delegate* unmanaged[Stdcall]<nint, char*, nint, uint, nint*, uint> logOn;

    private WindowsMapi(ILibrary library)
    {
        initialize = (delegate* unmanaged[Stdcall]<nint, uint>)library.RequireExport("MAPIInitialize");
        uninitialize = (delegate* unmanaged[Stdcall]<void>)library.RequireExport("MAPIUninitialize");
        logOn = (delegate* unmanaged[Stdcall]<nint, char*, nint, uint, nint*, uint>)library.RequireExport("MAPILogonEx");
    }

    /// <summary>By its full path and before the vendor's DLL, which then gets the same one.</summary>
    /// <param name="error">The Win32 error when there is none, otherwise 0.</param>
    public static WindowsMapi? Load(out uint error)
    {
        WindowsLibrary? library = WindowsLibrary.Load(Path.Combine(Environment.SystemDirectory, "mapi32.dll"), out error);
        return library is null ? null : new WindowsMapi(library);
    }

    public uint Initialize() => initialize(0);

    public void Uninitialize() => uninitialize();

    public uint LogOn(string profile, out nint session)
    {
        nint made = 0;
        uint answer;
        fixed (char* name = profile)
        {
            answer = logOn(0, name, 0, LogonFlags, &made);
        }

        session = made;
        return answer;
    }

    public nint VtableOf(nint pointer)
    {
        nint vtable = 0;
        return Kernel32.ReadProcessMemory(Kernel32.CurrentProcess, pointer, &vtable, sizeof(nint), 0) ? vtable : 0;
    }

    public void Pin(nint address) => Kernel32.GetModuleOfAddress(Kernel32.PinByAddress, address, out _);
}
