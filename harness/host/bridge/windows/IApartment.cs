namespace Olkconform.Bridge;

/// <summary>A COM apartment: work that is given to it is done on a thread of its own, in order. The work throws nothing.</summary>
internal interface IApartment
{
    void Post(Action work);
}
