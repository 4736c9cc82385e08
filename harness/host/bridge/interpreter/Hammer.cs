namespace Olkconform.Bridge;

/// <summary>
/// AddRef and Release from several threads at once, as fast as they go: nothing is recorded in between, and the calls
/// are plain ones, so that as little as possible lies between them. A thread would be done before the next has woken up,
/// so they wait for each other many times on the way, and awake.
/// </summary>
internal sealed unsafe class Hammer(nint on, uint threads, uint rounds)
{
    private const uint Meetings = 100;

    private volatile NativeException? thrown;
    private long arrivals;

    /// <exception cref="NativeException">An exception left one of the calls.</exception>
    public void Strike()
    {
        Thread[] hammers = new Thread[threads];
        for (int i = 0; i < hammers.Length; i++)
        {
            hammers[i] = new Thread(StrikeOnThisThread);
            hammers[i].Start();
        }

        foreach (Thread hammer in hammers)
        {
            hammer.Join();
        }

        if (thrown is not null)
        {
            throw thrown;
        }
    }

    private void StrikeOnThisThread()
    {
        try
        {
            for (uint meeting = 0; meeting < Meetings && thrown is null; meeting++)
            {
                Meet(meeting);
                Strike((rounds * (meeting + 1L) / Meetings) - (rounds * (long)meeting / Meetings));
            }
        }
        catch (Exception)
        {
            thrown = new NativeException(NativeCall.CurrentCode());
        }
    }

    private void Meet(uint meeting)
    {
        long all = (meeting + 1L) * threads;
        Interlocked.Increment(ref arrivals);
        SpinWait waiting = default;
        while (Interlocked.Read(ref arrivals) < all && thrown is null)
        {
            waiting.SpinOnce(sleep1Threshold: -1);
        }
    }

    private void Strike(long pairs)
    {
        for (long pair = 0; pair < pairs; pair++)
        {
            ((delegate* unmanaged[Stdcall]<nint, uint>)Vtable.Slot(on, Vtable.AddRefSlot))(on);
            ((delegate* unmanaged[Stdcall]<nint, uint>)Vtable.Slot(on, Vtable.ReleaseSlot))(on);
        }
    }
}
