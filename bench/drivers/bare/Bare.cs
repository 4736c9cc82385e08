using System.Diagnostics.CodeAnalysis;

namespace Olkconform.Bench;

/// <summary>What edge-js calls when nothing but the start of the stack is to be measured.</summary>
[SuppressMessage("Performance", "CA1822", Justification = "edge-js makes an instance, and calls its method.")]
public sealed class Bare
{
    public Task<object> Invoke(object input) => Task.FromResult(input);
}
