namespace Olkconform.Bridge;

/// <summary>
/// AddRef and Release from several threads at once, as fast as they go: nothing is recorded in between, and the calls
/// are plain ones, so that as little as possible lies between them. A thread would be done before the next has woken up,
/// so they wait for each other several times on the way, and awake; and a system under load keeps threads that share much
/// on one processor, so each is bound to one.
/// </summary>
internal sealed unsafe class Hammer(nint on, uint threads, uint rounds, IMachine machine)
{
    private const uint Meetings = 20;

    /// <summary>How often a thread that waits looks before it gives way to another.</summary>
    private const int Patience = 2000;

    private volatile NativeException? thrown;
    private long arrivals;

    /// <exception cref="NativeException">An exception left one of the calls.</exception>
    public void Strike()
    {
        Thread[] hammers = new Thread[threads];
        for (int i = 0; i < hammers.Length; i++)
        {
            int number = i;
            hammers[i] = new Thread(() => StrikeOnThisThread(number));
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

    private void StrikeOnThisThread(int number)
    {
        machine.BindThreadToProcessor(number);
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
        for (int looks = 1; Interlocked.Read(ref arrivals) < all && thrown is null; looks++)
        {
            if (looks % Patience == 0)
            {
                Thread.Yield();
            }
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
