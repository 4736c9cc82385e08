namespace Olkconform.Bridge;

/// <summary>An apartment in which another one has something done: helpers made that it is to call, or steps of a script.</summary>
internal interface IHomeApartment : IApartment
{
    /// <summary>
    /// Does the work, and comes back when it is done. To be called on another thread of the same kind: one of a
    /// single-threaded apartment goes on dispatching its messages meanwhile, as COM asks of one that waits. The work throws
    /// nothing.
    /// </summary>
    void Send(Action work);
}
