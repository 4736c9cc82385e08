namespace Olkconform.Bridge;

/// <summary>The apartment in which helpers are made that another one is to call.</summary>
internal interface IHomeApartment : IApartment
{
    /// <summary>
    /// Does the work, and comes back when it is done. To be called on the thread of another single-threaded apartment,
    /// which goes on dispatching its messages meanwhile, as COM asks of one that waits. The work throws nothing.
    /// </summary>
    void Send(Action work);
}
