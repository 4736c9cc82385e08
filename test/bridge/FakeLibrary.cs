namespace Olkconform.Bridge.Tests;

internal sealed class FakeLibrary : ILibrary
{
    public string Path => "fake.dll";

    public Dictionary<string, nint> Exports { get; } = [];

    public bool IsLoaded { get; set; } = true;

    /// <summary>What each Reload answers in turn.</summary>
    public Queue<ReloadResult> Reloads { get; } = [];

    public nint FindExport(string name) => Exports.GetValueOrDefault(name);

    public ReloadResult Reload()
    {
        ReloadResult result = Reloads.Dequeue();
        IsLoaded = result.Error == 0;
        return result;
    }
}
