namespace Olkconform.Bridge;

/// <summary>An exported function that makes a helper: HRESULT (LPCWSTR profile, IUnknown* session, IUnknown** helper).</summary>
internal sealed class FactoryActivation(ILibrary library, string export, IVendorCall call) : IActivation
{
    public nint Export => library.RequireExport(export);

    public uint Create(nint profile, nint session, nint helper) =>
        unchecked((uint)call.Enter(Export, profile, session, helper));
}
