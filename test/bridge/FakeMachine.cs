namespace Olkconform.Bridge.Tests;

/// <summary>A system that a test tells what to answer.</summary>
internal sealed class FakeMachine : IMachine
{
    public ApartmentFacts Apartment { get; set; } = new(0, 0, 0);

    public Dictionary<Guid, nint> Served { get; } = [];

    public Func<Guid, uint> OnCreateInstance { get; set; } = _ => 0x8004_0154;

    public List<FakeRegistry> Registries { get; } = [];

    /// <summary>What the next registry holds.</summary>
    public RegistryValue[] Registered { get; set; } = [];

    /// <summary>What COM makes of a pointer on the way to another apartment.</summary>
    public Func<nint, nint> OnMarshal { get; set; } = unknown => unknown;

    public uint MarshalAnswer { get; set; }

    public uint UnmarshalAnswer { get; set; }

    public int Processors => 3;

    public ApartmentFacts ApartmentOfThisThread() => Apartment;

    public uint CoCreateInstance(Guid clsid, Guid iid, nint result) => OnCreateInstance(clsid);

    public uint MarshalUnknown(nint unknown, out nint stream)
    {
        stream = OnMarshal(unknown);
        return MarshalAnswer;
    }

    public uint UnmarshalUnknown(nint stream, out nint unknown)
    {
        unknown = stream;
        return UnmarshalAnswer;
    }

    public void BindThreadToProcessor(int number)
    {
    }

    public void ServeClass(Guid clsid, nint classObject) => Served[clsid] = classObject;

    /// <summary>The class object that is installed; 0: there is none.</summary>
    public nint Installed { get; set; }

    public uint FindClass(Guid clsid, out nint classObject)
    {
        classObject = Installed;
        return Installed == 0 ? 0x8004_0154 : 0;
    }

    public unsafe void WriteCode(nint place, nint value) => *(nint*)place = value;

    public bool IsPathOf(string registered, ILibrary library) => registered == library.Path;

    public IRedirectedRegistry RedirectRegistry()
    {
        Registries.Add(new FakeRegistry(Registered));
        return Registries[^1];
    }
}

internal sealed class FakeRegistry(RegistryValue[] values) : IRedirectedRegistry
{
    public bool IsRedirected { get; private set; }

    public bool IsGone { get; private set; }

    public uint Within(Func<uint> call)
    {
        IsRedirected = true;
        try
        {
            return call();
        }
        finally
        {
            IsRedirected = false;
        }
    }

    public RegistryValue[] Read() => values;

    public void Dispose() => IsGone = true;
}
