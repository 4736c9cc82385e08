namespace Olkconform.Bridge.Tests;

public class LoadBlameTests
{
    private const nint Vendor = 0x1_0000;
    private const nint Loader = 0x9_0000;

    private static readonly LoadedModule Own = Module("helper.dll", Vendor, Loader);

    [Fact]
    public void What_is_imported_comes_while_no_code_of_the_vendors_runs() => Assert.Empty(Blamed(
        Own, Module("mapi32.dll", 0x2_0000, Loader, Loader + 8)));

    [Fact]
    public void What_the_vendors_code_loads_is_blamed_on_it() => Assert.Equal(
        ["first.dll", "second.dll"],
        Blamed(
            Own,
            Module("first.dll", 0x2_0000, Loader, Vendor + 0x10, Loader),
            Module("second.dll", 0x3_0000, Loader, Loader, Vendor + 0xFFFF)));

    [Fact]
    public void What_another_dll_loads_meanwhile_is_that_ones_doing() => Assert.Equal(
        ["first.dll"],
        Blamed(
            Own,
            Module("first.dll", 0x2_0000, Loader, Vendor + 0x10),
            Module("its-own.dll", 0x3_0000, Loader, 0x2_0010, Loader, Vendor + 0x10)));

    [Fact]
    public void A_dll_that_an_import_loads_is_not_the_vendors_doing() => Assert.Empty(Blamed(
        Module("import.dll", 0x2_0000, Loader), Own, Module("its-own.dll", 0x3_0000, Loader, 0x2_0010, Loader)));

    [Fact]
    public void Frames_of_the_dll_that_is_being_loaded_say_nothing() => Assert.Equal(
        ["first.dll"], Blamed(Own, Module("first.dll", 0x2_0000, 0x2_0010, Vendor + 0x10)));

    [Fact]
    public void An_address_right_behind_the_vendors_is_not_the_vendors() => Assert.Empty(Blamed(
        Own, Module("first.dll", 0x2_0000, Loader, Vendor + 0x1_0000)));

    [Fact]
    public void Api_sets_are_not_told_of() => Assert.Empty(Blamed(
        Own, Module("API-MS-Win-core-fibers-l1-1-1.dll", 0x2_0000, Vendor), Module("ext-ms-win.dll", 0x3_0000, Vendor)));

    [Fact]
    public void Without_the_vendors_own_load_nobody_can_be_blamed() => Assert.Empty(Blamed(
        Module("first.dll", 0x2_0000, Vendor + 0x10)));

    private static LoadedModule Module(string name, nint start, params nint[] stack) => new(name, start, 0x1_0000, stack);

    private static string[] Blamed(params LoadedModule[] loads) => LoadBlame.LoadedBy(Vendor, loads);
}
