using System.Diagnostics;

namespace Olkconform.Bridge;

/// <summary>
/// What goes through the recording proxies of this process. A proxy stands for one interface pointer of the helper, so that
/// what COM says of pointers stays as it is: equal pointers of the helper are equal pointers of proxies.
/// </summary>
/// <param name="countEvents">How many calls MAPI has received.</param>
/// <param name="framesOfThisThread">Where the system keeps exception frames of its own; see NativeCall.</param>
internal sealed class Recorder(Func<uint> countEvents, Func<IExceptionFrames?> framesOfThisThread)
{
    /// <summary>What COM answers for a server that has thrown: no exception may go through the proxy's own frames.</summary>
    public const uint ServerFault = 0x8001_0105;

    private readonly Lock guard = new();
    private readonly Dictionary<nint, RecordedHelper> proxies = [];
    private readonly Dictionary<int, int> threads = [];
    private readonly List<RecordedCall> calls = [];
    private long? start;

    /// <returns>The one proxy of that pointer. It takes no reference.</returns>
    public nint ProxyOf(nint helper)
    {
        lock (guard)
        {
            if (!proxies.TryGetValue(helper, out RecordedHelper? proxy))
            {
                proxy = new RecordedHelper(this, helper);
                proxies.Add(helper, proxy);
            }

            return proxy.Pointer;
        }
    }

    /// <summary>Makes a call of the helper, which may throw.</summary>
    /// <param name="call">Enters the helper.</param>
    /// <param name="tell">Completes what is told of the call, when it has come back.</param>
    /// <param name="slot">In the vtable.</param>
    /// <param name="on">The proxy.</param>
    /// <returns>What the caller is answered.</returns>
    public uint Make(Func<IVendorCall, uint> call, Func<RecordedCall, RecordedCall> tell, int slot, nint on)
    {
        long began = Stopwatch.GetTimestamp();
        (int thread, double at) = Begin(began);
        uint before = countEvents();
        NativeCall native = new(new PlainVendorCall(), framesOfThisThread());
        uint answer;
        uint? threw = null;
        try
        {
            answer = native.Make(() => call(native.Vendor));
        }
        catch (NativeException thrown)
        {
            answer = ServerFault;
            threw = thrown.Code;
        }

        RecordedCall told = tell(new RecordedCall
        {
            Slot = slot,
            On = on,
            Thread = thread,
            At = at,
            Microseconds = native.Microseconds,
            EventsBefore = before,
            EventsAfter = countEvents(),
            Answer = answer,
            Threw = threw,
        });
        lock (guard)
        {
            calls.Add(told);
        }

        return answer;
    }

    /// <summary>The calls that have come back since they were last taken, in the order in which they began.</summary>
    public RecordedCall[] Take()
    {
        lock (guard)
        {
            RecordedCall[] taken = [.. calls.OrderBy(call => call.At)];
            calls.Clear();
            return taken;
        }
    }

    private (int Thread, double At) Begin(long began)
    {
        lock (guard)
        {
            start ??= began;
            int id = Environment.CurrentManagedThreadId;
            if (!threads.TryGetValue(id, out int thread))
            {
                thread = threads.Count + 1;
                threads.Add(id, thread);
            }

            return (thread, Math.Max(0, Stopwatch.GetElapsedTime(start.Value, began).TotalMicroseconds));
        }
    }
}
