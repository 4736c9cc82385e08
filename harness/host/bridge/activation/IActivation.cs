namespace Olkconform.Bridge;

/// <summary>How the helpers of a run are made.</summary>
internal interface IActivation
{
    /// <summary>Calls the vendor's code, which may throw.</summary>
    /// <param name="profile">LPCWSTR.</param>
    /// <param name="session">IUnknown*, or NULL.</param>
    /// <param name="helper">IUnknown**.</param>
    /// <returns>The HRESULT.</returns>
    uint Create(nint profile, nint session, nint helper);
}
