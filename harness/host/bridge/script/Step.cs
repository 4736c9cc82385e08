namespace Olkconform.Bridge;

/// <summary>One thing done; each kind is a case of `stepSchema` in harness/script/step.ts.</summary>
internal abstract record Step
{
    /// <summary>It is done on another thread of the script's kind.</summary>
    public bool OnSecondThread { get; init; }
}

internal sealed record CreateStep(string As, SessionArgument Session) : Step;

internal sealed record ConfigureProviderStep(
    uint? FailInitialize, uint? FailLogon, bool? RefuseSessionInterface, uint? FailAllocation = null) : Step;

internal sealed record ObserveStep : Step;

internal sealed record ObserveApartmentStep : Step;

/// <summary>A step that calls an export of the DLL.</summary>
internal abstract record ExportStep(string Export) : Step;

/// <summary>No class: that of the activation.</summary>
internal sealed record GetClassObjectStep(Guid? Clsid, Guid Iid, string As) : ExportStep(ClassActivation.ClassObjectExport);

internal sealed record CanUnloadNowStep() : ExportStep("DllCanUnloadNow");

internal sealed record RegisterServerStep(bool Undo)
    : ExportStep(Undo ? "DllUnregisterServer" : RegisteredActivation.RegisterExport);

internal sealed record ReloadStep(uint Times) : Step;

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

internal sealed record CreateInstanceStep(string On, OuterArgument Outer, Guid Iid, string As) : ObjectStep(On);

internal sealed record HammerStep(string On, uint Threads, uint Rounds) : ObjectStep(On);
