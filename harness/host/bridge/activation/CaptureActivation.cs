namespace Olkconform.Bridge;

/// <summary>
/// The vendor's own code makes the helper and passes it to the harness's account manager, which COM hands out in this
/// process under CLSID_OlkAccountManager. The export is HRESULT (LPCWSTR profile, IUnknown* session); the helper is
/// what arrived at IOlkAccountManager::Init the first time, or NULL when nothing did. Where it is recorded in front of the
/// account manager that is installed, it stays between the vendor's code and that one: no helper comes back.
/// </summary>
internal sealed unsafe class CaptureActivation(
    ILibrary library, string export, Capture capture, IMachine machine, IVendorCall call) : IActivation
{
    public bool Captures => true;

    public uint Create(nint profile, nint session, nint helper)
    {
        machine.ServeClass(AccountManagerClass.Clsid, capture.ClassObject(machine));
        capture.Begin();
        uint hresult = unchecked((uint)call.Enter(library.RequireExport(export), profile, session));
        *(nint*)helper = capture.TakeHelper();
        return hresult;
    }

    public ManagerCall[] TakeManagerCalls() => capture.TakeCalls();

    public RecordedCall[]? TakeRecorded() => capture.Recorder?.Take();
}
