namespace Olkconform.Bridge;

/// <summary>The kind of thread on which a script runs: of a COM apartment, or one on which COM is not initialised.</summary>
internal enum ApartmentKind
{
    Sta,
    Mta,
    None,

    /// <summary>A single-threaded apartment beside the first, in which the helpers are made.</summary>
    SecondSta,
}

/// <summary>The session that a factory is given: the harness's own, a second one of its own, or NULL.</summary>
internal enum SessionArgument
{
    Offered,
    Second,
    Withheld,
}

/// <summary>Where an out-pointer argument points.</summary>
internal enum OutArgument
{
    Memory,
    Null,
}

/// <summary>The outer object that CreateInstance is given.</summary>
internal enum OuterArgument
{
    Null,
    Harness,
}

/// <summary>What lies behind the buffer that GetIdentity is given, or no buffer at all.</summary>
internal enum BufferArgument
{
    Null,
    Slack,
    Guarded,
}

/// <summary>What `*pcch` holds on a call of GetIdentity: a number, what was last reported, or pcch is NULL.</summary>
internal enum PcchKind
{
    Number,
    Reported,
    Null,
}

/// <param name="Kind">Where the value comes from.</param>
/// <param name="Characters">The value, if it is a number.</param>
internal sealed record PcchArgument(PcchKind Kind, uint Characters = 0);
