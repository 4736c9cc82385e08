namespace Olkconform.Bridge;

/// <summary>
/// What a callee must give back unchanged, by the bits in which OlkCall (harness/host/native/call.S) tells of it.
/// </summary>
internal static class Registers
{
    /// <summary>In the order of the bits; `df` is the direction flag, `mxcsr` and `fpcw` are control bits only.</summary>
    private static readonly string[] ByBit =
    [
        "rbx", "rbp", "rsi", "rdi", "r12", "r13", "r14", "r15",
        "xmm6", "xmm7", "xmm8", "xmm9", "xmm10", "xmm11", "xmm12", "xmm13", "xmm14", "xmm15",
        "rsp", "df", "mxcsr", "fpcw",
    ];

    public static string[] Names(uint lost) => [.. ByBit.Where((_, bit) => (lost & (1u << bit)) != 0)];
}
