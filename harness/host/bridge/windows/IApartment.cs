namespace Olkconform.Bridge;

/// <summary>A COM apartment: work that is given to it is done on a thread of its own, in order.</summary>
internal interface IApartment
{
    Task Run(Action work);
}
