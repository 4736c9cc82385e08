using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Olkconform.Bridge;

[SupportedOSPlatform("windows")]
internal static partial class Ole32
{
    public const uint InprocServer = 0x1;
    public const uint MultipleUse = 0x1;

    [LibraryImport("ole32")]
    public static partial uint CoGetApartmentType(out int type, out int qualifier);

    [LibraryImport("ole32")]
    public static partial uint CoCreateInstance(in Guid clsid, nint outer, uint context, in Guid iid, nint result);

    [LibraryImport("ole32")]
    public static partial uint CoGetClassObject(in Guid clsid, uint context, nint server, in Guid iid, out nint result);

    [LibraryImport("ole32")]
    public static partial uint CoRegisterClassObject(in Guid clsid, nint classObject, uint context, uint flags, out uint cookie);

    [LibraryImport("ole32")]
    public static partial uint CoMarshalInterThreadInterfaceInStream(in Guid iid, nint unknown, out nint stream);

    [LibraryImport("ole32")]
    public static partial uint CoGetInterfaceAndReleaseStream(nint stream, in Guid iid, out nint result);
}
