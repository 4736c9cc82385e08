using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Olkconform.Bridge;

/// <summary>A single-threaded apartment with a message loop, as Outlook's main thread is one.</summary>
[SupportedOSPlatform("windows")]
internal sealed class StaApartment : IHomeApartment
{
    private readonly ApartmentQueue queue = new();

    public StaApartment(string name)
    {
        Thread thread = new(Loop) { Name = name, IsBackground = true };
        thread.SetApartmentState(ApartmentState.STA);
        thread.Start();
    }

    public void Post(Action work) => queue.Add(work);

    public void Send(Action work)
    {
        using ManualResetEvent done = new(false);
        Post(() =>
        {
            work();
            done.Set();
        });
        nint handle = done.SafeWaitHandle.DangerousGetHandle();
        while (WaitForMessageOr(handle) != 0)
        {
            DispatchMessages();
        }
    }

    private static void DispatchMessages()
    {
        while (User32.PeekMessage(out User32.Message message, 0, 0, 0, User32.RemoveMessage))
        {
            User32.TranslateMessage(in message);
            User32.DispatchMessage(in message);
        }
    }

    /// <returns>0 when the handle is what was waited for.</returns>
    private static unsafe uint WaitForMessageOr(nint handle)
    {
        uint came = User32.WaitForMessageOr(1, &handle, User32.Infinite, User32.AllInput, User32.InputAvailable);
        if (came == User32.WaitFailed)
        {
            Environment.FailFast($"The apartment's message loop cannot wait: Win32 error {Marshal.GetLastPInvokeError()}.");
        }

        return came;
    }

    private void Loop()
    {
        nint handle = queue.Arrived;
        while (true)
        {
            bool done;
            do
            {
                done = queue.DoNext();
                DispatchMessages();
            }
            while (done);

            WaitForMessageOr(handle);
        }
    }
}
