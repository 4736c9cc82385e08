namespace Olkconform.Bridge;

/// <summary>How a call enters the vendor's code.</summary>
internal interface IVendorCall
{
    /// <summary>
    /// What the calls since it was last set to 0 did not give back as the calling convention asks: bits of
    /// <see cref="Registers" />.
    /// </summary>
    uint Lost { get; set; }

    /// <summary>Arguments that the callee has no use for do no harm under the x64 calling convention.</summary>
    /// <returns>What the callee left in rax.</returns>
    nint Enter(nint target, nint first = 0, nint second = 0, nint third = 0, nint fourth = 0);
}
