namespace Olkconform.Bridge;

/// <summary>An exception left the vendor's code.</summary>
internal sealed class NativeException(uint code) : Exception($"Exception 0x{code:X8} left the vendor's code.")
{
    public uint Code { get; } = code;
}
