namespace Olkconform.Bridge;

/// <summary>What a step came to; `bridgeOutcomeSchema` in harness/record/transcript.ts.</summary>
internal abstract record Outcome;

/// <summary>A call came back. What the step has no use for stays null and is left out of the journal.</summary>
internal sealed record Returned : Outcome
{
    public uint? HResult { get; init; }

    /// <summary>What AddRef and Release returned.</summary>
    public uint? Count { get; init; }
    public OutPointer? Out { get; init; }
    public Passed<PcchValues>? Pcch { get; init; }
    public Passed<BufferImage>? Buffer { get; init; }
    public ApartmentFacts? Apartment { get; init; }

    /// <summary>What the redirected registry holds after the step.</summary>
    public RegistryValue[]? Registry { get; init; }
    public ReloadResult? Reload { get; init; }

    /// <summary>Registers that a callee must not change and that came back changed; null when there is none.</summary>
    public string[]? Clobbered { get; init; }
    public ManagerCall[]? Manager { get; init; }

    /// <summary>The calls that went through a recording proxy; null where nothing is recorded.</summary>
    public NamedCall[]? Recorded { get; init; }
    public bool? MemoryChanged { get; init; }
}

/// <summary>An exception left the method and was caught.</summary>
internal sealed record Threw(uint Code) : Outcome;

/// <summary>The step was not run.</summary>
internal sealed record Unreached(string Why) : Outcome;

/// <summary>What became of an argument that a step passes; no value: NULL was passed.</summary>
internal sealed record Passed<T>(T? Value)
    where T : class;
