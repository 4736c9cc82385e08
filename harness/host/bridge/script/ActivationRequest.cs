namespace Olkconform.Bridge;

/// <summary>How a helper is made; `activation` of harness/record/run-record.ts.</summary>
internal abstract record ActivationRequest
{
    /// <summary>What the DLL must export for it.</summary>
    public abstract IEnumerable<string> Exports { get; }
}

/// <summary>By an exported factory function.</summary>
internal sealed record FactoryActivationRequest(string Export) : ActivationRequest
{
    public override IEnumerable<string> Exports => [Export];
}

/// <summary>By DllGetClassObject, after the export `Prepare`, if there is one, was told profile and session.</summary>
internal sealed record ClassActivationRequest(Guid Clsid, string? Prepare) : ActivationRequest
{
    public override IEnumerable<string> Exports =>
        [ClassActivation.ClassObjectExport, .. Prepare is null ? Array.Empty<string>() : [Prepare]];
}

/// <summary>By CoCreateInstance, after DllRegisterServer.</summary>
internal sealed record RegisteredActivationRequest(Guid Clsid, string? Prepare) : ActivationRequest
{
    public override IEnumerable<string> Exports =>
        [RegisteredActivation.RegisterExport, .. new ClassActivationRequest(Clsid, Prepare).Exports];
}

/// <summary>By the vendor's own code, an exported function, which passes it to the account manager.</summary>
/// <param name="Export">The function.</param>
/// <param name="Record">Whose account manager the helper is recorded in front of; null: nothing is recorded.</param>
internal sealed record CaptureActivationRequest(string Export, RecordedManager? Record = null) : ActivationRequest
{
    public override IEnumerable<string> Exports => [Export];
}

/// <summary>An account manager.</summary>
internal enum RecordedManager
{
    /// <summary>The harness's own.</summary>
    Harness,

    /// <summary>The one that is registered on this machine: Outlook's.</summary>
    Installed,
}
