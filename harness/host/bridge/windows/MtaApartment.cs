using System.Runtime.Versioning;

namespace Olkconform.Bridge;

/// <summary>A thread of the process's multithreaded apartment.</summary>
[SupportedOSPlatform("windows")]
internal sealed class MtaApartment : IHomeApartment
{
    private readonly ApartmentQueue queue = new();

    public MtaApartment()
    {
        Thread thread = new(Loop) { Name = "mta", IsBackground = true };
        thread.SetApartmentState(ApartmentState.MTA);
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
        done.WaitOne();
    }

    private void Loop()
    {
        queue.DoAllForEver();
    }
}
