namespace Olkconform.Bridge;

/// <summary>Raw calls through an object's vtable. Nothing is checked: the pointer is what the vendor's code gave.</summary>
internal static unsafe class Vtable
{
    public const int AddRefSlot = 1;
    public const int ReleaseSlot = 2;

    public static nint Slot(nint unknown, int slot) => (*(nint**)unknown)[slot];

    public static uint QueryInterface(IVendorCall call, nint unknown, Guid iid, nint result) =>
        Method(call, unknown, 0, (nint)(&iid), result);

    public static uint AddRef(IVendorCall call, nint unknown) => Method(call, unknown, AddRefSlot);

    public static uint Release(IVendorCall call, nint unknown) => Method(call, unknown, ReleaseSlot);

    public static uint Placeholder1(IVendorCall call, nint helper, nint argument) => Method(call, helper, 3, argument);

    public static uint GetIdentity(IVendorCall call, nint helper, nint identity, nint pcch) =>
        Method(call, helper, 4, identity, pcch);

    public static uint GetMapiSession(IVendorCall call, nint helper, nint session) => Method(call, helper, 5, session);

    public static uint HandsOffSession(IVendorCall call, nint helper) => Method(call, helper, 6);

    /// <summary>IClassFactory's.</summary>
    public static uint CreateInstance(IVendorCall call, nint factory, nint outer, Guid iid, nint result) =>
        Method(call, factory, 3, outer, (nint)(&iid), result);

    /// <summary>Any method of at most three arguments.</summary>
    public static uint Method(IVendorCall call, nint on, int slot, nint first = 0, nint second = 0, nint third = 0) =>
        unchecked((uint)call.Enter(Slot(on, slot), on, first, second, third));
}
