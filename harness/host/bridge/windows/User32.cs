using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Olkconform.Bridge;

[SupportedOSPlatform("windows")]
internal static partial class User32
{
    public const uint Infinite = 0xFFFFFFFF;
    public const uint AllInput = 0x04FF;
    public const uint InputAvailable = 0x4;
    public const uint WaitFailed = 0xFFFFFFFF;
    public const uint RemoveMessage = 0x1;

    [LibraryImport("user32", EntryPoint = "MsgWaitForMultipleObjectsEx", SetLastError = true)]
    public static unsafe partial uint WaitForMessageOr(uint count, nint* handles, uint milliseconds, uint wakeMask, uint flags);

    [LibraryImport("user32", EntryPoint = "PeekMessageW")]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool PeekMessage(out Message message, nint window, uint first, uint last, uint remove);

    [LibraryImport("user32")]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool TranslateMessage(in Message message);

    [LibraryImport("user32", EntryPoint = "DispatchMessageW")]
    public static partial nint DispatchMessage(in Message message);

    /// <summary>Layout of MSG.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct Message
    {
        public nint Window;
        public uint Kind;
        public nint WParam;
        public nint LParam;
        public uint Time;
        public int X;
        public int Y;
    }
}
