namespace Olkconform.Bridge;

/// <summary>An ordinary call, for what is not judged by the registers that it leaves behind.</summary>
internal sealed unsafe class PlainVendorCall : IVendorCall
{
    public uint Lost { get; set; }

    public nint Enter(nint target, nint first = 0, nint second = 0, nint third = 0, nint fourth = 0) =>
        ((delegate* unmanaged[Stdcall]<nint, nint, nint, nint, nint>)target)(first, second, third, fourth);
}
