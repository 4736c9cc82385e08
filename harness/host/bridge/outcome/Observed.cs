namespace Olkconform.Bridge;

/// <summary>What an out-pointer held after a call, by the name that the script knows it by.</summary>
internal sealed record OutPointer(string Pointer, uint? Session);

/// <summary>`*pcch` before and after a call.</summary>
internal sealed record PcchValues(uint Before, uint After);

/// <summary>A buffer after a call, compared with what it was filled with. Positions in characters.</summary>
internal sealed record BufferImage(string Image, ChangedRange? Changed, uint ChangedBefore, uint ChangedBehind);

/// <summary>First and last character that changed.</summary>
internal sealed record ChangedRange(int First, int Last);

/// <summary>What CoGetApartmentType told: its HRESULT, APTTYPE and APTTYPEQUALIFIER.</summary>
internal sealed record ApartmentFacts(uint HResult, int Type, int Qualifier);

/// <summary>The Win32 error of the LoadLibrary that failed, 0 when none did, and whether FreeLibrary let go of the DLL.</summary>
internal sealed record ReloadResult(uint Error, bool Unloaded);

/// <summary>A call of the harness's IOlkAccountManager.</summary>
/// <param name="Method">Its name as the documents have it.</param>
/// <param name="Flags">Those given to Init, otherwise 0.</param>
/// <param name="Answer">The HRESULT.</param>
/// <param name="Helper">For Init: what the pointer answered when asked for IID_IOlkAccountHelper.</param>
internal sealed record ManagerCall(string Method, uint Flags, uint Answer, uint? Helper);
