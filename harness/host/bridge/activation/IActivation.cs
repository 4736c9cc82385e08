namespace Olkconform.Bridge;

/// <summary>How the helpers of a run are made.</summary>
internal interface IActivation
{
    /// <summary>
    /// True when the vendor's own code passes its helper on: the helper is there then whatever that code answers in the
    /// end, and calls of the account manager are to be told of.
    /// </summary>
    bool Captures => false;

    /// <summary>The vendor's own code, where nothing but a call of it makes a helper; 0: more belongs to it.</summary>
    nint Export => 0;

    /// <summary>Calls the vendor's code, which may throw.</summary>
    /// <param name="profile">LPCWSTR.</param>
    /// <param name="session">IUnknown*, or NULL.</param>
    /// <param name="helper">IUnknown**.</param>
    /// <returns>The HRESULT.</returns>
    uint Create(nint profile, nint session, nint helper);

    /// <summary>The calls of the harness's account manager since they were last taken.</summary>
    ManagerCall[] TakeManagerCalls() => [];

    /// <summary>What has gone through recording proxies since it was last taken; null: nothing is recorded.</summary>
    RecordedCall[]? TakeRecorded() => null;
}
