using System.Runtime.ExceptionServices;

namespace Olkconform.Bridge;

/// <summary>A thread on which this one has something done, and waits: a script's second one, or that of the home apartment.</summary>
/// <param name="apartment">Its apartment.</param>
/// <param name="callThere">Called there, once: how calls are made on that thread.</param>
internal sealed class OtherThread(IHomeApartment apartment, Func<NativeCall> callThere)
{
    private NativeCall? call;

    /// <summary>To be asked for on this thread, and used on the other.</summary>
    public NativeCall Call => call ??= Do(callThere);

    /// <summary>What the work throws is thrown here.</summary>
    public T Do<T>(Func<T> work)
    {
        T? result = default;
        Exception? thrown = null;
        apartment.Send(() =>
        {
            try
            {
                result = work();
            }
            catch (Exception fault)
            {
                thrown = fault;
            }
        });
        if (thrown is not null)
        {
            ExceptionDispatchInfo.Throw(thrown);
        }

        return result!;
    }
}
