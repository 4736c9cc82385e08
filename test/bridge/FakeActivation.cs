namespace Olkconform.Bridge.Tests;

/// <summary>Hands out one helper, and remembers what it was given.</summary>
internal sealed unsafe class FakeActivation(nint helper) : IActivation
{
    public string Profile { get; private set; } = string.Empty;

    public nint Session { get; private set; } = -1;

    public uint Answer { get; set; }

    /// <summary>What is done first in each call.</summary>
    public Action OnCreate { get; set; } = () => { };

    public uint Create(nint profile, nint session, nint created)
    {
        OnCreate();
        Profile = new string((char*)profile);
        Session = session;
        *(nint*)created = helper;
        return Answer;
    }
}
