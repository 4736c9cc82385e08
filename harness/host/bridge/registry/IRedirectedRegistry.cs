namespace Olkconform.Bridge;

/// <summary>A registry that this process sees in place of the machine's while a call is made within it.</summary>
internal interface IRedirectedRegistry : IDisposable
{
    uint Within(Func<uint> call);

    /// <summary>Everything that it holds, sorted by key and name.</summary>
    RegistryValue[] Read();
}
