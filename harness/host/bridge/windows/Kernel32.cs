using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Olkconform.Bridge;

[SupportedOSPlatform("windows")]
internal static partial class Kernel32
{
    public const uint LoadWithAlteredSearchPath = 0x8;
    public const nint CurrentThread = -2;
    public const nint CurrentProcess = -1;
    public const uint LeaveCount = 0x2;
    public const uint PinByAddress = 0x1 | 0x4;
    public const uint Infinite = 0xFFFFFFFF;
    public const uint WaitFailed = 0xFFFFFFFF;
    public const uint MemCommit = 0x1000;
    public const uint MemReserve = 0x2000;
    public const uint MemRelease = 0x8000;
    public const uint PageNoAccess = 0x1;
    public const uint PageReadWrite = 0x4;

    [LibraryImport("kernel32", EntryPoint = "LoadLibraryExW", StringMarshalling = StringMarshalling.Utf16, SetLastError = true)]
    public static partial nint LoadLibraryEx(string path, nint reserved, uint flags);

    [LibraryImport("kernel32", EntryPoint = "GetModuleHandleW", StringMarshalling = StringMarshalling.Utf16)]
    public static partial nint GetModuleHandle(string name);

    [LibraryImport("kernel32", StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint GetProcAddress(nint module, string name);

    [LibraryImport("kernel32", EntryPoint = "GetModuleHandleExW", StringMarshalling = StringMarshalling.Utf16)]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool GetModuleHandleEx(uint flags, string name, out nint module);

    [LibraryImport("kernel32", EntryPoint = "GetModuleHandleExW")]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool GetModuleOfAddress(uint flags, nint address, out nint module);

    [LibraryImport("kernel32")]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static unsafe partial bool ReadProcessMemory(nint process, nint address, void* into, nint size, nint read);

    [LibraryImport("kernel32")]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool FreeLibrary(nint module);

    [LibraryImport("kernel32", SetLastError = true)]
    public static unsafe partial nint CreateThread(
        nint attributes, nint stack, delegate* unmanaged[Stdcall]<nint, uint> start, nint argument, uint flags, nint id);

    [LibraryImport("kernel32")]
    public static partial nint SetThreadAffinityMask(nint thread, nint mask);

    [LibraryImport("kernel32", SetLastError = true)]
    public static partial uint WaitForSingleObject(nint handle, uint milliseconds);

    [LibraryImport("kernel32")]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool CloseHandle(nint handle);

    [LibraryImport("kernel32", EntryPoint = "CreateJobObjectW")]
    public static partial nint CreateJobObject(nint attributes, nint name);

    [LibraryImport("kernel32")]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static unsafe partial bool SetInformationJobObject(nint job, int kind, void* information, uint size);

    [LibraryImport("kernel32")]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool AssignProcessToJobObject(nint job, nint process);

    [LibraryImport("kernel32", SetLastError = true)]
    public static partial nint VirtualAlloc(nint address, nint size, uint type, uint protection);

    [LibraryImport("kernel32", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool VirtualProtect(nint address, nuint size, uint protection, out uint before);

    [LibraryImport("kernel32", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool VirtualFree(nint address, nint size, uint type);
}
