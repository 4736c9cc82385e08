namespace Olkconform.Bridge.Tests;

internal sealed class FakeLibrary : ILibrary
{
    public string Path => "fake.dll";

    public Dictionary<string, nint> Exports { get; } = [];

    public nint FindExport(string name) => Exports.GetValueOrDefault(name);
}
