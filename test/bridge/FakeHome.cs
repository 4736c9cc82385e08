namespace Olkconform.Bridge.Tests;

/// <summary>An apartment whose work is done on a thread of its own.</summary>
internal sealed class FakeHome : IHomeApartment
{
    /// <summary>The thread that was last at work.</summary>
    public Thread? Worker { get; private set; }

    public void Post(Action work) => Send(work);

    public void Send(Action work)
    {
        Worker = new Thread(() => work());
        Worker.Start();
        Worker.Join();
    }
}
