using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Olkconform.Bridge.Tests;

/// <summary>A machine's own MAPI that a test looks into.</summary>
internal sealed class FakeMapi : IMapi
{
    public const nint SessionVtable = 0x5E55;

    public uint InitializeAnswer { get; set; }

    public uint LogonAnswer { get; set; }

    /// <summary>How the next session counts.</summary>
    public Func<uint, uint> Told { get; set; } = references => references;

    /// <summary>MAPIInitialize less MAPIUninitialize.</summary>
    public int Initialized { get; private set; }

    public List<string> Profiles { get; } = [];

    /// <summary>Those that were logged on to.</summary>
    public List<FakeSession> Sessions { get; } = [];

    /// <summary>Objects that are no sessions of this MAPI.</summary>
    public HashSet<nint> Others { get; } = [];

    public uint Initialize()
    {
        Initialized += HResults.Succeeded(InitializeAnswer) ? 1 : 0;
        return InitializeAnswer;
    }

    public void Uninitialize() => Initialized--;

    public uint LogOn(string profile, out nint session)
    {
        Profiles.Add(profile);
        session = HResults.Succeeded(LogonAnswer) ? Make().Pointer : 0;
        return LogonAnswer;
    }

    public nint VtableOf(nint pointer) => Others.Contains(pointer) ? 1 : SessionVtable;

    public void Pin(nint address)
    {
    }

    /// <summary>As a helper's own logon does it.</summary>
    public FakeSession Make()
    {
        FakeSession made = new(Told);
        Sessions.Add(made);
        return made;
    }
}

/// <summary>An IMAPISession that counts, and is never freed.</summary>
internal sealed unsafe class FakeSession
{
    private const int Logoff = 17;

    private readonly nint* memory;
    private readonly Func<uint, uint> told;

    public FakeSession(Func<uint, uint> told)
    {
        this.told = told;
        memory = (nint*)NativeMemory.AllocZeroed(3 + Logoff, (nuint)sizeof(nint));
        memory[0] = (nint)(memory + 2);
        memory[1] = GCHandle.ToIntPtr(GCHandle.Alloc(this));
        memory[2 + Vtable.AddRefSlot] = (nint)(delegate* unmanaged[Stdcall]<nint, uint>)&OnAddRef;
        memory[2 + Vtable.ReleaseSlot] = (nint)(delegate* unmanaged[Stdcall]<nint, uint>)&OnRelease;
        memory[2 + Logoff] = (nint)(delegate* unmanaged[Stdcall]<nint, nint, uint, uint, uint>)&OnLogoff;
    }

    public nint Pointer => (nint)memory;

    public uint References { get; set; } = 1;

    /// <summary>The flags that each Logoff was given.</summary>
    public List<uint> Logoffs { get; } = [];

    private static FakeSession Of(nint pointer) => (FakeSession)GCHandle.FromIntPtr(((nint*)pointer)[1]).Target!;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvStdcall)])]
    private static uint OnAddRef(nint on) => Of(on).told(++Of(on).References);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvStdcall)])]
    private static uint OnRelease(nint on) => Of(on).told(--Of(on).References);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvStdcall)])]
    private static uint OnLogoff(nint on, nint window, uint flags, uint reserved)
    {
        Of(on).Logoffs.Add(flags);
        return 0;
    }
}
