using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Olkconform.Bridge;

/// <summary>
/// Stands in for one interface pointer of a helper: every call goes on to it, and its answer comes back unchanged, but for
/// pointers to the helper itself, which become proxies. References are the helper's own: the proxy has none and is never
/// freed, and what is called after the last Release meets what it would meet without it.
/// </summary>
internal sealed unsafe class RecordedHelper(Recorder recorder, nint helper) : ComObject(OwnVtable)
{
    private const int QueryInterfaceSlot = 0;
    private const int Placeholder1Slot = 3;
    private const int GetIdentitySlot = 4;
    private const int GetMapiSessionSlot = 5;
    private const int HandsOffSessionSlot = 6;

    /// <summary>IUnknown's methods go on to the helper as well.</summary>
    private static readonly nint OwnVtable = MakeWholeVtable(
        (nint)(delegate* unmanaged[Stdcall]<nint, Guid*, nint*, uint>)&OnQueryInterface,
        (nint)(delegate* unmanaged[Stdcall]<nint, uint>)&OnAddRef,
        (nint)(delegate* unmanaged[Stdcall]<nint, uint>)&OnRelease,
        (nint)(delegate* unmanaged[Stdcall]<nint, nint, uint>)&OnPlaceholder1,
        (nint)(delegate* unmanaged[Stdcall]<nint, char*, uint*, uint>)&OnGetIdentity,
        (nint)(delegate* unmanaged[Stdcall]<nint, nint*, uint>)&OnGetMapiSession,
        (nint)(delegate* unmanaged[Stdcall]<nint, uint>)&OnHandsOffSession);

    private uint Query(Guid* iid, nint* result) => recorder.Make(
        call =>
        {
            uint answer = Vtable.Method(call, helper, QueryInterfaceSlot, (nint)iid, (nint)result);
            bool isOfTheHelper = iid is not null && (*iid == ComIds.Unknown || *iid == AccountManager.HelperIid);
            if (isOfTheHelper && HResults.Succeeded(answer) && result is not null && *result != 0)
            {
                *result = recorder.ProxyOf(*result);
            }

            return answer;
        },
        told => told with { Iid = iid is null ? null : *iid, Pointer = Passed(result) },
        QueryInterfaceSlot,
        Pointer);

    private uint Count(int slot) =>
        recorder.Make(call => Vtable.Method(call, helper, slot), told => told, slot, Pointer);

    private uint Placeholder1(nint argument) => recorder.Make(
        call => Vtable.Placeholder1(call, helper, argument),
        told => told with { Pointer = new PassedPointer(argument == 0 ? null : argument) },
        Placeholder1Slot,
        Pointer);

    private uint GetIdentity(char* identity, uint* pcch)
    {
        uint before = pcch is null ? 0 : *pcch;
        return recorder.Make(
            call => Vtable.GetIdentity(call, helper, (nint)identity, (nint)pcch),
            told => told with
            {
                Pcch = new Passed<PcchValues>(pcch is null ? null : new PcchValues(before, *pcch)),
                Identity = new Passed<string>(
                    identity is null ? null : told.Answer != 0 || pcch is null ? string.Empty : Text(identity, Math.Min(before, *pcch))),
            },
            GetIdentitySlot,
            Pointer);
    }

    private uint GetMapiSession(nint* session) => recorder.Make(
        call => Vtable.GetMapiSession(call, helper, (nint)session),
        told => told with { Pointer = Passed(session) },
        GetMapiSessionSlot,
        Pointer);

    private uint HandsOffSession() => recorder.Make(
        call => Vtable.HandsOffSession(call, helper), told => told, HandsOffSessionSlot, Pointer);

    private static PassedPointer Passed(nint* result) => new(result is null ? null : *result);

    /// <summary>Up to its terminator, and not beyond what the caller said that it has room for.</summary>
    private static string Text(char* text, uint capacity)
    {
        ReadOnlySpan<char> room = new(text, (int)Math.Min(capacity, LentMemory.LongestImage));
        int end = room.IndexOf('\0');
        return new string(end < 0 ? room : room[..end]);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvStdcall)])]
    private static uint OnQueryInterface(nint on, Guid* iid, nint* result) => Of<RecordedHelper>(on).Query(iid, result);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvStdcall)])]
    private static uint OnAddRef(nint on) => Of<RecordedHelper>(on).Count(Vtable.AddRefSlot);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvStdcall)])]
    private static uint OnRelease(nint on) => Of<RecordedHelper>(on).Count(Vtable.ReleaseSlot);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvStdcall)])]
    private static uint OnPlaceholder1(nint on, nint argument) => Of<RecordedHelper>(on).Placeholder1(argument);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvStdcall)])]
    private static uint OnGetIdentity(nint on, char* identity, uint* pcch) =>
        Of<RecordedHelper>(on).GetIdentity(identity, pcch);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvStdcall)])]
    private static uint OnGetMapiSession(nint on, nint* session) => Of<RecordedHelper>(on).GetMapiSession(session);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvStdcall)])]
    private static uint OnHandsOffSession(nint on) => Of<RecordedHelper>(on).HandsOffSession();
}
