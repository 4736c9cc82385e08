namespace Olkconform.Bridge;

/// <summary>
/// AddRef and Release from several threads at once, as fast as they go: nothing is recorded in between, and the calls
/// are plain ones, so that as little as possible lies between them. A thread would be done before the next has woken up,
/// and a system under load runs them one after the other, so each is bound to a processor, and they meet several times on
/// the way: they go on together only when each was seen awake a moment before.
/// </summary>
internal sealed unsafe class Hammer(nint on, uint threads, uint rounds, IMachine machine)
{
    private const uint Meetings = 20;

    /// <summary>How often a thread looks for the others before it gives way to another program.</summary>
    private const int Patience = 4000;

    /// <summary>
    /// How often it gives way before it takes what it gets: a machine may have one processor for all. Longer than another
    /// program has the processor at a time, which is some milliseconds; with 50 one run of 16 missed a race under load.
    /// </summary>
    private const int Courtesy = 500;

    /// <summary>For each thread: 1 when it has looked for the others since the first thread wiped it out.</summary>
    private readonly int[] awake = new int[threads * Apart];

    /// <summary>So far apart that two of them do not share a line of the processor's cache.</summary>
    private const uint Apart = 32;

    private volatile NativeException? thrown;
    private volatile uint meetingsHeld;

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
                if (number == 0)
                {
                    Call(meeting);
                }
                else
                {
                    AwaitCall(number, meeting);
                }

                Strike((rounds * (meeting + 1L) / Meetings) - (rounds * (long)meeting / Meetings));
            }
        }
        catch (Exception)
        {
            thrown = new NativeException(NativeCall.CurrentCode());
        }
    }

    /// <summary>The first thread's part: sees to it that all are awake, and lets them go.</summary>
    private void Call(uint meeting)
    {
        for (int yields = 0; yields < Courtesy && !AllAwake() && thrown is null; yields++)
        {
            Thread.Yield();
        }

        meetingsHeld = meeting + 1;
    }

    private bool AllAwake()
    {
        // Twice: the first time may find a thread that was put aside after it had looked.
        return SeenAwake() && SeenAwake();
    }

    private bool SeenAwake()
    {
        for (uint thread = 1; thread < threads; thread++)
        {
            Volatile.Write(ref awake[thread * Apart], 0);
        }

        for (uint thread = 1; thread < threads; thread++)
        {
            for (int looks = 0; Volatile.Read(ref awake[thread * Apart]) == 0; looks++)
            {
                if (looks == Patience)
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>The other threads' part. They never wait for good: the first lets them go, or has thrown.</summary>
    private void AwaitCall(int number, uint meeting)
    {
        for (int looks = 1; meetingsHeld <= meeting && thrown is null; looks++)
        {
            Volatile.Write(ref awake[number * Apart], 1);
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
