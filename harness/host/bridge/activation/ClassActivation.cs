namespace Olkconform.Bridge;

/// <summary>
/// DllGetClassObject and IClassFactory::CreateInstance. A class object cannot be told profile and session, so a further
/// export, if there is one, is told them before each CreateInstance: HRESULT (LPCWSTR profile, IUnknown* session).
/// The first HRESULT that is not a success is the answer.
/// </summary>
internal sealed unsafe class ClassActivation(ILibrary library, Guid clsid, string? prepare, IVendorCall call) : IActivation
{
    public const string ClassObjectExport = "DllGetClassObject";

    public uint Create(nint profile, nint session, nint helper)
    {
        nint factory = 0;
        nint export = library.RequireExport(ClassObjectExport);
        uint hresult = GetClassObject(export, clsid, ComIds.ClassFactory, (nint)(&factory), call);
        if (!HResults.Succeeded(hresult) || factory == 0)
        {
            return hresult;
        }

        hresult = Prepare(profile, session);
        if (HResults.Succeeded(hresult))
        {
            hresult = Vtable.CreateInstance(call, factory, 0, ComIds.Unknown, helper);
        }

        Vtable.Release(call, factory);
        return hresult;
    }

    public uint Prepare(nint profile, nint session) =>
        prepare is null ? 0 : unchecked((uint)call.Enter(library.RequireExport(prepare), profile, session));

    public static uint GetClassObject(nint export, Guid clsid, Guid iid, nint result, IVendorCall call) =>
        unchecked((uint)call.Enter(export, (nint)(&clsid), (nint)(&iid), result));
}
