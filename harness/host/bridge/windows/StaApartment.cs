using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Olkconform.Bridge;

/// <summary>A single-threaded apartment with a message loop, as Outlook's main thread is one.</summary>
[SupportedOSPlatform("windows")]
[SuppressMessage("Design", "CA1001", Justification = "An apartment lives as long as the process.")]
internal sealed class StaApartment : IApartment
{
    private readonly ConcurrentQueue<Action> waiting = new();
    private readonly AutoResetEvent arrived = new(false);

    public StaApartment(string name)
    {
        Thread thread = new(Loop) { Name = name, IsBackground = true };
        thread.SetApartmentState(ApartmentState.STA);
        thread.Start();
    }

    public Task Run(Action work)
    {
        // The continuations belong to others: they must not run on the apartment's thread.
        TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        waiting.Enqueue(() =>
        {
            try
            {
                work();
                done.SetResult();
            }
            catch (Exception fault)
            {
                done.SetException(fault);
            }
        });
        arrived.Set();
        return done.Task;
    }

    private unsafe void Loop()
    {
        nint handle = arrived.SafeWaitHandle.DangerousGetHandle();
        while (true)
        {
            while (waiting.TryDequeue(out Action? work))
            {
                work();
            }

            while (User32.PeekMessage(out User32.Message message, 0, 0, 0, User32.RemoveMessage))
            {
                User32.TranslateMessage(in message);
                User32.DispatchMessage(in message);
            }

            if (User32.WaitForMessageOr(1, &handle, User32.Infinite, User32.AllInput, User32.InputAvailable) == User32.WaitFailed)
            {
                Environment.FailFast($"The apartment's message loop cannot wait: Win32 error {Marshal.GetLastPInvokeError()}.");
            }
        }
    }
}
