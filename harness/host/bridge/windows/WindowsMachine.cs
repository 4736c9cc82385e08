using System.Runtime.Versioning;

namespace Olkconform.Bridge;

/// <summary>The system that the bridge runs on.</summary>
[SupportedOSPlatform("windows")]
internal sealed class WindowsMachine : IMachine
{
    private const uint NotInitialized = 0x8004_01F0;

    [ThreadStatic]
    private static HashSet<Guid>? served;

    public int Processors => Environment.ProcessorCount;

    public ApartmentFacts ApartmentOfThisThread()
    {
        uint hresult = Ole32.CoGetApartmentType(out int type, out int qualifier);
        return new ApartmentFacts(hresult, type, qualifier);
    }

    public uint CoCreateInstance(Guid clsid, Guid iid, nint result) =>
        Ole32.CoCreateInstance(in clsid, 0, Ole32.InprocServer, in iid, result);

    public uint MarshalUnknown(nint unknown, out nint stream) =>
        Ole32.CoMarshalInterThreadInterfaceInStream(in ComIds.Unknown, unknown, out stream);

    public uint UnmarshalUnknown(nint stream, out nint unknown) =>
        Ole32.CoGetInterfaceAndReleaseStream(stream, in ComIds.Unknown, out unknown);

    /// <summary>Where the system does not let us choose, it chooses itself.</summary>
    public void BindThreadToProcessor(int number) =>
        _ = Kernel32.SetThreadAffinityMask(Kernel32.CurrentThread, 1 << (number % Processors));

    /// <summary>
    /// A thread without COM may have no apartment to register in. A client finds nothing there then, and COM tells it so.
    /// </summary>
    public void ServeClass(Guid clsid, nint classObject)
    {
        served ??= [];
        if (served.Contains(clsid))
        {
            return;
        }

        uint hresult = Ole32.CoRegisterClassObject(in clsid, classObject, Ole32.InprocServer, Ole32.MultipleUse, out _);
        if (HResults.Succeeded(hresult))
        {
            served.Add(clsid);
        }
        else if (hresult != NotInitialized)
        {
            throw new BridgeException($"The class {clsid:B} could not be registered: HRESULT 0x{hresult:X8}.");
        }
    }

    public uint FindClass(Guid clsid, out nint classObject) =>
        Ole32.CoGetClassObject(in clsid, Ole32.InprocServer, 0, in ComIds.ClassFactory, out classObject);

    public unsafe void WriteCode(nint place, nint value)
    {
        if (!Kernel32.VirtualProtect(place, (nuint)sizeof(nint), Kernel32.PageReadWrite, out uint before))
        {
            throw new BridgeException("A vtable cannot be written to.");
        }

        *(nint*)place = value;
        _ = Kernel32.VirtualProtect(place, (nuint)sizeof(nint), before, out _);
    }

    public bool IsPathOf(string registered, ILibrary library)
    {
        string path = Environment.ExpandEnvironmentVariables(registered.Trim('"'));
        return string.Equals(Path.GetFullPath(path), Path.GetFullPath(library.Path), StringComparison.OrdinalIgnoreCase);
    }

    public IRedirectedRegistry RedirectRegistry() => new RedirectedRegistry();
}
