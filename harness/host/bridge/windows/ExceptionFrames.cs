using System.Runtime.Versioning;

namespace Olkconform.Bridge;

/// <summary>
/// Wine keeps a list of exception frames a thread, at the start of its environment block. The CLR leaves a frame of
/// Wine's dispatcher behind on it when it catches an exception from native code, and the next such exception on that
/// thread then runs into what has become of the frame. So the head of the list is put back after each one that is
/// caught. Windows itself makes no use of the list in a 64-bit process.
/// </summary>
[SupportedOSPlatform("windows")]
internal sealed unsafe class ExceptionFrames : IExceptionFrames
{
    private readonly nint* head;

    private ExceptionFrames(nint* head) => this.head = head;

    public nint Head
    {
        get => *head;
        set => *head = value;
    }

    /// <summary>Null on Windows.</summary>
    public static ExceptionFrames? OfThisThread()
    {
        if (Kernel32.GetProcAddress(Kernel32.GetModuleHandle("ntdll.dll"), "wine_get_version") == 0)
        {
            return null;
        }

        int status = Ntdll.NtQueryInformationThread(
            Ntdll.CurrentThread, Ntdll.ThreadBasicInformation, out Ntdll.BasicInformation information,
            sizeof(Ntdll.BasicInformation), 0);
        return status == 0
            ? new ExceptionFrames((nint*)information.EnvironmentBlock)
            : throw new BridgeException($"The thread does not tell its environment block: NTSTATUS 0x{status:X8}.");
    }
}
