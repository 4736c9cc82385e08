namespace Olkconform.Bridge;

/// <summary>Why nothing can be judged against the machine's own MAPI.</summary>
/// <param name="By">`client`: none with Extended MAPI is registered; `load`; `initialize`; `logon`.</param>
/// <param name="Answer">A Win32 error of `load`, an HRESULT of what was called, otherwise 0.</param>
internal sealed record MapiRefusal(string By, uint Answer);
