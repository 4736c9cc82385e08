using System.Threading.Tasks;

namespace Olkconform.Bench;

/// <summary>What edge-js calls when nothing but the start of the stack is to be measured.</summary>
public sealed class Bare
{
    public Task<object> Invoke(object input) => Task.FromResult(input);
}
