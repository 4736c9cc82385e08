namespace Olkconform.Bridge;

/// <summary>An exported function that makes a helper: HRESULT (LPCWSTR profile, IUnknown* session, IUnknown** helper).</summary>
internal sealed unsafe class FactoryActivation(nint export) : IActivation
{
    private readonly delegate* unmanaged[Stdcall]<nint, nint, nint, uint> create =
        (delegate* unmanaged[Stdcall]<nint, nint, nint, uint>)export;

    public uint Create(nint profile, nint session, nint helper) => create(profile, session, helper);
}
