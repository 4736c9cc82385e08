namespace Olkconform.Bridge;

/// <summary>The machine's own MAPI, as far as the harness itself is its client.</summary>
internal interface IMapi
{
    uint Initialize();

    void Uninitialize();

    /// <returns>The HRESULT.</returns>
    uint LogOn(string profile, out nint session);

    /// <summary>What lies where an object has its vtable; 0 where nothing can be read. Nothing is called.</summary>
    nint VtableOf(nint pointer);

    /// <summary>The module that this lies in stays where it is for as long as the process lives.</summary>
    void Pin(nint address);
}
