using System.Text.Json.Serialization;

namespace Olkconform.Bridge;

/// <summary>One thing done; each kind is a case of `stepSchema` in harness/script/step.ts.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "do")]
[JsonDerivedType(typeof(CreateStep), "create")]
[JsonDerivedType(typeof(QueryStep), "query")]
[JsonDerivedType(typeof(AddRefStep), "addRef")]
[JsonDerivedType(typeof(ReleaseStep), "release")]
[JsonDerivedType(typeof(Placeholder1Step), "placeholder1")]
[JsonDerivedType(typeof(GetIdentityStep), "getIdentity")]
[JsonDerivedType(typeof(GetMapiSessionStep), "getMapiSession")]
[JsonDerivedType(typeof(HandsOffSessionStep), "handsOffSession")]
[JsonDerivedType(typeof(CallSlotStep), "callSlot")]
[JsonDerivedType(typeof(ConfigureProviderStep), "configureProvider")]
[JsonDerivedType(typeof(ObserveStep), "observe")]
internal abstract record Step
{
    public string? Label { get; init; }
}

internal sealed record CreateStep : Step
{
    public required string As { get; init; }
    public required SessionArgument Session { get; init; }
}

internal sealed record ConfigureProviderStep : Step
{
    public uint? FailInitialize { get; init; }
    public uint? FailLogon { get; init; }
    public bool? RefuseSessionInterface { get; init; }
}

internal sealed record ObserveStep : Step;

/// <summary>A step that calls a method of an object that an earlier step has yielded.</summary>
internal abstract record ObjectStep : Step
{
    public required string On { get; init; }
}

internal sealed record QueryStep : ObjectStep
{
    public required Guid Iid { get; init; }
    public required OutArgument Out { get; init; }
    public string? As { get; init; }
}

internal sealed record AddRefStep : ObjectStep;

internal sealed record ReleaseStep : ObjectStep;

internal sealed record Placeholder1Step : ObjectStep
{
    public required OutArgument Argument { get; init; }
}

internal sealed record GetIdentityStep : ObjectStep
{
    public required PcchArgument Pcch { get; init; }
    public required BufferArgument Buffer { get; init; }
}

internal sealed record GetMapiSessionStep : ObjectStep
{
    public required OutArgument Out { get; init; }
    public string? As { get; init; }
}

internal sealed record HandsOffSessionStep : ObjectStep;

internal sealed record CallSlotStep : ObjectStep
{
    public required int Slot { get; init; }
}
