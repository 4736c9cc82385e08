using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Olkconform.Bridge;

/// <summary>Work that waits for an apartment's thread.</summary>
[SupportedOSPlatform("windows")]
[SuppressMessage("Design", "CA1001", Justification = "An apartment lives as long as the process.")]
internal sealed class ApartmentQueue
{
    private readonly ConcurrentQueue<Action> waiting = new();
    private readonly AutoResetEvent arrived = new(false);

    /// <summary>A Win32 event, set when there is work.</summary>
    public nint Arrived => arrived.SafeWaitHandle.DangerousGetHandle();

    public void Add(Action work)
    {
        waiting.Enqueue(work);
        arrived.Set();
    }

    /// <summary>False when nothing waited.</summary>
    public bool DoNext()
    {
        if (!waiting.TryDequeue(out Action? work))
        {
            return false;
        }

        work();
        return true;
    }

    /// <summary>For a thread that has no messages to look after.</summary>
    public void DoAllForEver()
    {
        do
        {
            while (DoNext())
            {
            }
        }
        while (Kernel32.WaitForSingleObject(Arrived, Kernel32.Infinite) != Kernel32.WaitFailed);
        Environment.FailFast($"The thread cannot wait for work: Win32 error {Marshal.GetLastPInvokeError()}.");
    }
}
