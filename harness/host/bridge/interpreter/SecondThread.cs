using System.Runtime.ExceptionServices;

namespace Olkconform.Bridge;

/// <summary>Another thread of the kind on which a script runs. Steps are done there while the script's own waits.</summary>
/// <param name="apartment">Its apartment.</param>
/// <param name="callThere">Called there, once: how calls are made on that thread.</param>
internal sealed class SecondThread(IHomeApartment apartment, Func<NativeCall> callThere)
{
    private NativeCall? call;

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
