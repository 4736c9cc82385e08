namespace Olkconform.Bridge;

/// <summary>One thing done; each kind is a case of `stepSchema` in harness/script/step.ts.</summary>
internal abstract record Step;

internal sealed record CreateStep(string As, SessionArgument Session) : Step;

internal sealed record ConfigureProviderStep(uint? FailInitialize, uint? FailLogon, bool? RefuseSessionInterface) : Step;

internal sealed record ObserveStep : Step;

/// <summary>A step that calls a method of an object that an earlier step has yielded.</summary>
internal abstract record ObjectStep(string On) : Step;

internal sealed record QueryStep(string On, Guid Iid, OutArgument Out, string? As) : ObjectStep(On);

internal sealed record AddRefStep(string On) : ObjectStep(On);

internal sealed record ReleaseStep(string On) : ObjectStep(On);

internal sealed record Placeholder1Step(string On, OutArgument Argument) : ObjectStep(On);

internal sealed record GetIdentityStep(string On, PcchArgument Pcch, BufferArgument Buffer) : ObjectStep(On);

internal sealed record GetMapiSessionStep(string On, OutArgument Out, string? As) : ObjectStep(On);

internal sealed record HandsOffSessionStep(string On) : ObjectStep(On);

internal sealed record CallSlotStep(string On, int Slot) : ObjectStep(On);
