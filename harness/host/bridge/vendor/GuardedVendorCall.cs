namespace Olkconform.Bridge;

/// <summary>A call through OlkCall of harness/host/native, which looks at the registers before and after.</summary>
internal sealed unsafe class GuardedVendorCall(ILibrary native) : IVendorCall
{
    private readonly delegate* unmanaged<nint, nint*, uint*, nint> call =
        (delegate* unmanaged<nint, nint*, uint*, nint>)native.RequireExport("OlkCall");

    public uint Lost { get; set; }

    public nint Enter(nint target, nint first = 0, nint second = 0, nint third = 0, nint fourth = 0)
    {
        nint* arguments = stackalloc nint[] { first, second, third, fourth };
        uint lost = 0;
        nint answer = call(target, arguments, &lost);
        Lost |= lost;
        return answer;
    }
}
