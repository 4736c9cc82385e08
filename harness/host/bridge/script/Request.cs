namespace Olkconform.Bridge;

/// <summary>What the entry asks of the bridge, one JSON text a call.</summary>
internal abstract record Request;

/// <summary>Loads the provider and the vendor's DLL, and opens the journal. All paths are full paths.</summary>
internal sealed record OpenRequest(string Dll, string Provider, string Journal, ActivationRequest Activation) : Request;

/// <summary>Runs one script; its index is the number that the journal tells it by.</summary>
internal sealed record RunRequest(uint Index, Script Script) : Request;
