using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Olkconform.Bridge;

/// <summary>
/// An object of the harness's own that the vendor's code holds: its memory begins with a native vtable, and a handle to
/// this comes next. It is never freed, so that a client that has let go of it once too often meets an object all the same.
/// </summary>
internal abstract unsafe class ComObject
{
    private readonly nint* memory;
    private int references = 1;

    /// <param name="vtable">Of <see cref="MakeVtable" />.</param>
    protected ComObject(nint vtable)
    {
        memory = (nint*)NativeMemory.Alloc(2 * (nuint)sizeof(nint));
        memory[0] = vtable;
        memory[1] = GCHandle.ToIntPtr(GCHandle.Alloc(this));
    }

    public nint Pointer => (nint)memory;

    /// <summary>The interfaces that the object has, beside IUnknown.</summary>
    protected virtual Guid[] Interfaces => [];

    public uint AddRef() => (uint)Interlocked.Increment(ref references);

    public uint Release()
    {
        int left = Interlocked.Decrement(ref references);
        if (left == 0)
        {
            OnLastRelease();
        }

        return (uint)Math.Max(left, 0);
    }

    public uint QueryInterface(Guid* iid, nint* result)
    {
        if (result is null || iid is null)
        {
            return HResults.Pointer;
        }

        bool has = *iid == ComIds.Unknown || Array.IndexOf(Interfaces, *iid) >= 0;
        *result = has ? Pointer : 0;
        if (has)
        {
            AddRef();
        }

        return has ? 0 : HResults.NoInterface;
    }

    protected static T Of<T>(nint pointer)
        where T : ComObject => (T)GCHandle.FromIntPtr(((nint*)pointer)[1]).Target!;

    /// <summary>A vtable of IUnknown's three methods and these. It is made once a class and never freed.</summary>
    protected static nint MakeVtable(params ReadOnlySpan<nint> methods)
    {
        nint query = (nint)(delegate* unmanaged[Stdcall]<nint, Guid*, nint*, uint>)&OnQueryInterface;
        nint addRef = (nint)(delegate* unmanaged[Stdcall]<nint, uint>)&OnAddRef;
        nint release = (nint)(delegate* unmanaged[Stdcall]<nint, uint>)&OnRelease;
        return MakeWholeVtable([query, addRef, release, .. methods]);
    }

    /// <summary>A vtable of these methods alone, IUnknown's first.</summary>
    protected static nint MakeWholeVtable(params ReadOnlySpan<nint> methods)
    {
        nint* vtable = (nint*)NativeMemory.Alloc((nuint)methods.Length, (nuint)sizeof(nint));
        methods.CopyTo(new Span<nint>(vtable, methods.Length));
        return (nint)vtable;
    }

    protected virtual void OnLastRelease()
    {
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvStdcall)])]
    private static uint OnQueryInterface(nint on, Guid* iid, nint* result) => Of<ComObject>(on).QueryInterface(iid, result);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvStdcall)])]
    private static uint OnAddRef(nint on) => Of<ComObject>(on).AddRef();

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvStdcall)])]
    private static uint OnRelease(nint on) => Of<ComObject>(on).Release();
}
