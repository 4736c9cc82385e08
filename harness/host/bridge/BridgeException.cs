namespace Olkconform.Bridge;

/// <summary>The harness's own fault, or a wrong request; never something that a helper did.</summary>
internal sealed class BridgeException(string message) : Exception(message);
