using System.Text.Json.Serialization;

namespace Olkconform.Bridge;

/// <summary>What the entry asks of the bridge, one JSON text a call.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "op")]
[JsonDerivedType(typeof(OpenRequest), "open")]
[JsonDerivedType(typeof(RunRequest), "run")]
internal abstract record Request;

/// <summary>Loads the provider and the vendor's DLL, and opens the journal. All paths are full paths.</summary>
internal sealed record OpenRequest : Request
{
    public required string Dll { get; init; }
    public required string Provider { get; init; }
    public required string Journal { get; init; }
    public required ActivationRequest Activation { get; init; }
}

/// <summary>Runs one script; its number is the one that the journal tells it by.</summary>
internal sealed record RunRequest : Request
{
    public required uint Index { get; init; }
    public required Script Script { get; init; }
}

/// <summary>How a helper is made.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(FactoryActivationRequest), "factory")]
[JsonDerivedType(typeof(ClassActivationRequest), "class")]
internal abstract record ActivationRequest;

/// <summary>By an exported factory function.</summary>
internal sealed record FactoryActivationRequest : ActivationRequest
{
    public required string Export { get; init; }
}

/// <summary>By DllGetClassObject, after the export `prepare`, if there is one, was told profile and session.</summary>
internal sealed record ClassActivationRequest : ActivationRequest
{
    public required Guid Clsid { get; init; }
    public required string? Prepare { get; init; }
}
