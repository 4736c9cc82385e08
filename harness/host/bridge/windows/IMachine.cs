namespace Olkconform.Bridge;

/// <summary>What activations and steps ask of the system. All of it concerns the calling thread or the whole process.</summary>
internal interface IMachine
{
    /// <summary>CoGetApartmentType.</summary>
    ApartmentFacts ApartmentOfThisThread();

    uint CoCreateInstance(Guid clsid, Guid iid, nint result);

    /// <summary>CoMarshalInterThreadInterfaceInStream, for IUnknown.</summary>
    uint MarshalUnknown(nint unknown, out nint stream);

    /// <summary>CoGetInterfaceAndReleaseStream, for IUnknown: the stream is used up, whatever comes of it.</summary>
    uint UnmarshalUnknown(nint stream, out nint unknown);

    int Processors { get; }

    /// <param name="number">Counted from 0, and around when there are not so many.</param>
    void BindThreadToProcessor(int number);

    /// <summary>Registers a class object in this thread's apartment; once is enough.</summary>
    void ServeClass(Guid clsid, nint classObject);

    /// <summary>CoGetClassObject, for IClassFactory.</summary>
    uint FindClass(Guid clsid, out nint classObject);

    /// <summary>Writes a pointer where memory may be read-only: into a vtable.</summary>
    void WriteCode(nint place, nint value);

    /// <summary>Whether a path, as a registry value has it, is that of the library.</summary>
    bool IsPathOf(string registered, ILibrary library);

    /// <summary>A registry for this process alone, empty at first, which is thrown away when disposed.</summary>
    IRedirectedRegistry RedirectRegistry();
}
