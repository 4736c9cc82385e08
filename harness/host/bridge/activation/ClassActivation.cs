namespace Olkconform.Bridge;

/// <summary>
/// DllGetClassObject and IClassFactory::CreateInstance. A class object cannot be told profile and session, so a further
/// export, if there is one, is told them before each CreateInstance: HRESULT (LPCWSTR profile, IUnknown* session).
/// The first HRESULT that is not a success is the answer.
/// </summary>
internal sealed unsafe class ClassActivation(Guid clsid, nint getClassObject, nint prepare) : IActivation
{
    private const int CreateInstanceSlot = 3;

    private static readonly Guid ClassFactoryId = new("00000001-0000-0000-c000-000000000046");
    private static readonly Guid UnknownId = new("00000000-0000-0000-c000-000000000046");

    public uint Create(nint profile, nint session, nint helper)
    {
        Guid asked = clsid;
        Guid iid = ClassFactoryId;
        nint factory = 0;
        uint hresult = ((delegate* unmanaged[Stdcall]<Guid*, Guid*, nint*, uint>)getClassObject)(&asked, &iid, &factory);
        if (!HResults.Succeeded(hresult) || factory == 0)
        {
            return hresult;
        }

        if (prepare != 0)
        {
            hresult = ((delegate* unmanaged[Stdcall]<nint, nint, uint>)prepare)(profile, session);
        }

        if (HResults.Succeeded(hresult))
        {
            iid = UnknownId;
            hresult = ((delegate* unmanaged[Stdcall]<nint, nint, Guid*, nint, uint>)Vtable.Slot(factory, CreateInstanceSlot))(
                factory, 0, &iid, helper);
        }

        Vtable.Release(factory);
        return hresult;
    }
}
