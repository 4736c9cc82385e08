namespace Olkconform.Bridge;

/// <summary>Sequences of calls, each on a helper of its own.</summary>
/// <param name="Settings">What all walks have.</param>
internal abstract record WalkRequest(WalkSettings Settings) : Request;

/// <summary>What all walks have.</summary>
/// <param name="Walk">The walk's number, from 1, by which the journal tells of it.</param>
/// <param name="Apartment">Where it is done.</param>
/// <param name="Profile">UTF-16 as JavaScript holds it.</param>
/// <param name="Session">What each helper is made with.</param>
/// <param name="FailLogons">So many logons of each sequence fail at first.</param>
/// <param name="Twist">What is otherwise in each sequence than usually.</param>
internal sealed record WalkSettings(
    uint Walk, ApartmentKind Apartment, string Profile, SessionArgument Session, uint FailLogons, Twist Twist);

/// <summary>Values of OlkTwist; harness/record/exploration.ts says what each is.</summary>
internal enum Twist : uint
{
    None = 0,
    NullOut = 1,
    RefusedInterface = 2,
    NoMemory = 3,
    HelperFirst = 4,
}

/// <summary>All sequences up to a length.</summary>
/// <param name="Settings">What all walks have.</param>
/// <param name="Depth">That length.</param>
internal sealed record ExploreRequest(WalkSettings Settings, uint Depth) : WalkRequest(Settings);

/// <summary>These sequences.</summary>
/// <param name="Settings">What all walks have.</param>
/// <param name="Sequences">Places of letters.</param>
internal sealed record TryOutRequest(WalkSettings Settings, byte[][] Sequences) : WalkRequest(Settings);

/// <summary>One sequence again and again, and what the process holds meanwhile.</summary>
/// <param name="Settings">What all walks have.</param>
/// <param name="Life">The sequence.</param>
/// <param name="Cycles">How often.</param>
/// <param name="Samples">How many looks are taken on the way, and at the end.</param>
internal sealed record SoakRequest(WalkSettings Settings, byte[] Life, uint Cycles, uint Samples) : WalkRequest(Settings);

/// <summary>One letter on one helper again and again, to be timed.</summary>
/// <param name="Settings">What all walks have.</param>
/// <param name="Letter">The letter's place.</param>
/// <param name="Times">How often.</param>
/// <param name="Manner">How it is done.</param>
internal sealed record RepeatRequest(WalkSettings Settings, byte Letter, uint Times, RepeatManner Manner) : WalkRequest(Settings);

/// <summary>Values of OlkManner.</summary>
internal enum RepeatManner
{
    Raw = 0,
    Unrecorded = 1,
    Recorded = 2,
}
