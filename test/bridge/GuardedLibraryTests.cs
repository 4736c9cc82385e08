namespace Olkconform.Bridge.Tests;

public class GuardedLibraryTests
{
    private readonly FakeLibrary inner = new();
    private readonly GuardedLibrary library;
    private int guarded;

    public GuardedLibraryTests() => library = new GuardedLibrary(inner, () => guarded++);

    [Fact]
    public void It_is_guarded_anew_when_it_has_been_loaded_again()
    {
        inner.Reloads.Enqueue(new ReloadResult(0, true));
        inner.Reloads.Enqueue(new ReloadResult(0, false));
        Assert.Equal(new ReloadResult(0, true), library.Reload());
        Assert.Equal(1, guarded);
        Assert.Equal(new ReloadResult(0, false), library.Reload());
        Assert.Equal(2, guarded);
    }

    [Fact]
    public void What_is_not_there_is_not_guarded()
    {
        inner.Reloads.Enqueue(new ReloadResult(126, true));
        Assert.Equal(126u, library.Reload().Error);
        Assert.Equal(0, guarded);
        Assert.False(library.IsLoaded);
    }

    [Fact]
    public void Its_exports_are_those_of_the_dll()
    {
        inner.Exports["Factory"] = 7;
        Assert.Equal(7, library.FindExport("Factory"));
        Assert.Equal(inner.Path, library.Path);
    }
}
