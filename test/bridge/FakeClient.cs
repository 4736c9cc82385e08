namespace Olkconform.Bridge.Tests;

/// <summary>Calls the account manager as a client does: through COM's class object and the native vtable.</summary>
internal sealed unsafe class FakeClient(FakeMachine machine)
{
    private static readonly PlainVendorCall Plain = new();

    public nint CreateManager()
    {
        nint manager = 0;
        nint classObject = machine.Served[AccountManagerClass.Clsid];
        Assert.Equal(0u, Vtable.CreateInstance(Plain, classObject, 0, AccountManager.Iid, (nint)(&manager)));
        return manager;
    }

    public static uint Init(nint manager, nint helper, uint flags) => Vtable.Method(Plain, manager, 4, helper, (nint)flags);

    public static uint Release(nint unknown) => Vtable.Release(Plain, unknown);

    public static uint Call(nint manager, int slot, nint first = 0, nint second = 0, nint third = 0) =>
        Vtable.Method(Plain, manager, slot, first, second, third);
}
