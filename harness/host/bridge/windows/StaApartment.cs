using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Olkconform.Bridge;

/// <summary>A single-threaded apartment with a message loop, as Outlook's main thread is one.</summary>
[SupportedOSPlatform("windows")]
internal sealed class StaApartment : IApartment
{
    private readonly ApartmentQueue queue = new();

    public StaApartment()
    {
        Thread thread = new(Loop) { Name = "sta", IsBackground = true };
        thread.SetApartmentState(ApartmentState.STA);
        thread.Start();
    }

    public void Post(Action work) => queue.Add(work);

    private static void DispatchMessages()
    {
        while (User32.PeekMessage(out User32.Message message, 0, 0, 0, User32.RemoveMessage))
        {
            User32.TranslateMessage(in message);
            User32.DispatchMessage(in message);
        }
    }

    private unsafe void Loop()
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

            if (User32.WaitForMessageOr(1, &handle, User32.Infinite, User32.AllInput, User32.InputAvailable) == User32.WaitFailed)
            {
                Environment.FailFast($"The apartment's message loop cannot wait: Win32 error {Marshal.GetLastPInvokeError()}.");
            }
        }
    }
}
