namespace Olkconform.Bridge;

/// <summary>Raw calls through an object's vtable. Nothing is checked: the pointer is what the vendor's code gave.</summary>
internal static unsafe class Vtable
{
    public static nint Slot(nint unknown, int slot) => (*(nint**)unknown)[slot];

    public static uint QueryInterface(nint unknown, Guid iid, nint result) =>
        ((delegate* unmanaged[Stdcall]<nint, Guid*, nint, uint>)Slot(unknown, 0))(unknown, &iid, result);

    public static uint AddRef(nint unknown) => ((delegate* unmanaged[Stdcall]<nint, uint>)Slot(unknown, 1))(unknown);

    public static uint Release(nint unknown) => ((delegate* unmanaged[Stdcall]<nint, uint>)Slot(unknown, 2))(unknown);

    public static uint Placeholder1(nint helper, nint argument) =>
        ((delegate* unmanaged[Stdcall]<nint, nint, uint>)Slot(helper, 3))(helper, argument);

    public static uint GetIdentity(nint helper, nint identity, nint pcch) =>
        ((delegate* unmanaged[Stdcall]<nint, nint, nint, uint>)Slot(helper, 4))(helper, identity, pcch);

    public static uint GetMapiSession(nint helper, nint session) =>
        ((delegate* unmanaged[Stdcall]<nint, nint, uint>)Slot(helper, 5))(helper, session);

    public static uint HandsOffSession(nint helper) =>
        ((delegate* unmanaged[Stdcall]<nint, uint>)Slot(helper, 6))(helper);

    /// <summary>Any method of at most two arguments: under the x64 calling convention surplus ones do no harm.</summary>
    public static uint CallSlot(nint helper, int slot, nint first, nint second) =>
        ((delegate* unmanaged[Stdcall]<nint, nint, nint, uint>)Slot(helper, slot))(helper, first, second);
}
