using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Olkconform.Bridge;

/// <summary>
/// A thread on which nobody has initialised COM. It is made by the system and not by the CLR, which initialises COM on
/// every thread of its own; and it waits by the system's means, because the CLR's waits may ask for the apartment.
/// </summary>
[SupportedOSPlatform("windows")]
internal sealed unsafe class BareThread : IApartment
{
    private readonly ApartmentQueue queue = new();

    public BareThread()
    {
        nint self = GCHandle.ToIntPtr(GCHandle.Alloc(this));
        nint thread = Kernel32.CreateThread(0, 0, &Start, self, 0, 0);
        if (thread == 0)
        {
            throw new BridgeException($"A thread could not be made: Win32 error {Marshal.GetLastPInvokeError()}.");
        }

        Kernel32.CloseHandle(thread);
    }

    public void Post(Action work) => queue.Add(work);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvStdcall)])]
    private static uint Start(nint self)
    {
        ApartmentQueue queue = ((BareThread)GCHandle.FromIntPtr(self).Target!).queue;
        queue.DoAllForEver();
        return 0;
    }
}
