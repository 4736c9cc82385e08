using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Olkconform.Bridge.Tests;

/// <summary>A native object with IOlkAccountHelper's vtable; what its methods do is told by a test.</summary>
internal sealed unsafe class FakeHelper : IDisposable
{
    private readonly GCHandle self;
    private readonly nint* memory;
    private uint references = 1;
    private uint addRefs;

    public FakeHelper()
    {
        self = GCHandle.Alloc(this);
        memory = (nint*)NativeMemory.Alloc(9 * (nuint)sizeof(nint));
        memory[0] = (nint)(memory + 2);
        memory[1] = GCHandle.ToIntPtr(self);
        nint* vtable = memory + 2;
        vtable[0] = (nint)(delegate* unmanaged[Stdcall]<nint, Guid*, nint*, uint>)&OnQueryInterface;
        vtable[1] = (nint)(delegate* unmanaged[Stdcall]<nint, uint>)&OnAddRef;
        vtable[2] = (nint)(delegate* unmanaged[Stdcall]<nint, uint>)&OnRelease;
        vtable[3] = (nint)(delegate* unmanaged[Stdcall]<nint, nint, uint>)&OnPlaceholder1;
        vtable[4] = (nint)(delegate* unmanaged[Stdcall]<nint, char*, uint*, uint>)&OnGetIdentity;
        vtable[5] = (nint)(delegate* unmanaged[Stdcall]<nint, nint*, uint>)&OnGetMapiSession;
        vtable[6] = (nint)(delegate* unmanaged[Stdcall]<nint, uint>)&OnHandsOffSession;
    }

    public delegate uint QueryMethod(Guid iid, nint* result);

    public delegate uint IdentityMethod(char* identity, uint* pcch);

    public delegate uint SessionMethod(nint* session);

    public nint Pointer => (nint)memory;

    public uint References => references;

    public uint AddRefs => addRefs;

    public QueryMethod QueryInterface { get; set; } = (_, _) => 0x8000_4002;

    public Func<nint, uint> Placeholder1 { get; set; } = _ => 0x8000_4001;

    public IdentityMethod GetIdentity { get; set; } = (_, _) => 0x8000_4005;

    public SessionMethod GetMapiSession { get; set; } = _ => 0x8000_4005;

    public Func<uint> HandsOffSession { get; set; } = () => 0x8000_4001;

    public void Dispose()
    {
        self.Free();
        NativeMemory.Free(memory);
    }

    private static FakeHelper Of(nint pointer) => (FakeHelper)GCHandle.FromIntPtr(((nint*)pointer)[1]).Target!;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvStdcall)])]
    private static uint OnQueryInterface(nint on, Guid* iid, nint* result) => Of(on).QueryInterface(*iid, result);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvStdcall)])]
    private static uint OnAddRef(nint on)
    {
        FakeHelper helper = Of(on);
        Interlocked.Increment(ref helper.addRefs);
        return Interlocked.Increment(ref helper.references);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvStdcall)])]
    private static uint OnRelease(nint on) => Interlocked.Decrement(ref Of(on).references);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvStdcall)])]
    private static uint OnPlaceholder1(nint on, nint argument) => Of(on).Placeholder1(argument);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvStdcall)])]
    private static uint OnGetIdentity(nint on, char* identity, uint* pcch) => Of(on).GetIdentity(identity, pcch);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvStdcall)])]
    private static uint OnGetMapiSession(nint on, nint* session) => Of(on).GetMapiSession(session);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvStdcall)])]
    private static uint OnHandsOffSession(nint on) => Of(on).HandsOffSession();
}
