namespace Olkconform.Bridge;

/// <summary>A thread's list of exception frames, where the system keeps one that a caught exception leaves in disorder.</summary>
internal interface IExceptionFrames
{
    nint Head { get; set; }
}
