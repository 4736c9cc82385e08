namespace Olkconform.Bridge;

/// <summary>
/// AddRef and Release from several threads at once, as fast as they go: nothing is recorded in between, and the calls
/// are plain ones, so that as little as possible lies between them.
/// </summary>
internal static unsafe class Hammer
{
    /// <exception cref="NativeException">An exception left one of the calls.</exception>
    public static void Strike(nint on, uint threads, uint rounds)
    {
        using Barrier together = new((int)threads);
        NativeException? thrown = null;
        Thread[] hammers = new Thread[threads];
        for (int i = 0; i < hammers.Length; i++)
        {
            hammers[i] = new Thread(() =>
            {
                together.SignalAndWait();
                try
                {
                    Strike(on, rounds);
                }
                catch (Exception)
                {
                    thrown = new NativeException(NativeCall.CurrentCode());
                }
            });
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

    private static void Strike(nint on, uint rounds)
    {
        for (uint round = 0; round < rounds; round++)
        {
            ((delegate* unmanaged[Stdcall]<nint, uint>)Vtable.Slot(on, Vtable.AddRefSlot))(on);
            ((delegate* unmanaged[Stdcall]<nint, uint>)Vtable.Slot(on, Vtable.ReleaseSlot))(on);
        }
    }
}
