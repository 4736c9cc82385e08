using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Olkconform.Bridge;

/// <summary>The native side: the documented vtable order, IOlkErrorUnknown's method first. Gaps are "not supported".</summary>
internal sealed unsafe partial class AccountManager
{
    private static readonly nint Placeholder = (nint)(delegate* unmanaged[Stdcall]<nint, uint>)&OnPlaceholder;

    private static readonly nint OwnVtable = MakeVtable(
        (nint)(delegate* unmanaged[Stdcall]<nint, uint, nint*, uint>)&OnGetLastError,
        (nint)(delegate* unmanaged[Stdcall]<nint, nint, uint, uint>)&OnInit,
        (nint)(delegate* unmanaged[Stdcall]<nint, nint, uint, nint, uint, nint, nint, uint>)&OnDisplayAccountList,
        Placeholder,
        Placeholder,
        Placeholder,
        Placeholder,
        Placeholder,
        (nint)(delegate* unmanaged[Stdcall]<nint, uint, nint, nint*, uint>)&OnFindAccount,
        Placeholder,
        Placeholder,
        Placeholder,
        (nint)(delegate* unmanaged[Stdcall]<nint, uint, uint>)&OnDeleteAccount,
        Placeholder,
        (nint)(delegate* unmanaged[Stdcall]<nint, uint, uint, uint>)&OnSaveChanges,
        (nint)(delegate* unmanaged[Stdcall]<nint, Guid*, uint*, nint*, uint>)&OnGetOrder,
        (nint)(delegate* unmanaged[Stdcall]<nint, Guid*, uint, nint, uint>)&OnSetOrder,
        (nint)(delegate* unmanaged[Stdcall]<nint, Guid*, Guid*, uint, nint*, uint>)&OnEnumerateAccounts,
        Placeholder,
        Placeholder,
        (nint)(delegate* unmanaged[Stdcall]<nint, nint, uint>)&OnFreeMemory,
        (nint)(delegate* unmanaged[Stdcall]<nint, nint, uint*, uint>)&OnAdvise,
        (nint)(delegate* unmanaged[Stdcall]<nint, uint, uint>)&OnUnadvise,
        Placeholder,
        Placeholder,
        Placeholder);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvStdcall)])]
    private static uint OnGetLastError(nint on, uint hresult, nint* text)
    {
        AccountManager manager = Of<AccountManager>(on);
        return manager.Told("GetLastError", manager.GetLastError(hresult, text));
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvStdcall)])]
    private static uint OnInit(nint on, nint arrived, uint flags) => Of<AccountManager>(on).Init(arrived, flags);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvStdcall)])]
    private static uint OnDisplayAccountList(
        nint on, nint window, uint flags, nint title, uint categories, nint listed, nint type)
    {
        AccountManager manager = Of<AccountManager>(on);
        return manager.Told("DisplayAccountList", manager.DisplayAccountList(categories, listed, type));
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvStdcall)])]
    private static uint OnFindAccount(nint on, uint property, nint value, nint* account)
    {
        AccountManager manager = Of<AccountManager>(on);
        return manager.Told("FindAccount", manager.FindAccount(property, value, account));
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvStdcall)])]
    private static uint OnDeleteAccount(nint on, uint account)
    {
        AccountManager manager = Of<AccountManager>(on);
        return manager.Told("DeleteAccount", manager.TouchAccount());
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvStdcall)])]
    private static uint OnSaveChanges(nint on, uint account, uint flags)
    {
        AccountManager manager = Of<AccountManager>(on);
        return manager.Told("SaveChanges", manager.TouchAccount());
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvStdcall)])]
    private static uint OnGetOrder(nint on, Guid* category, uint* count, nint* accounts)
    {
        AccountManager manager = Of<AccountManager>(on);
        return manager.Told("GetOrder", manager.GetOrder(category, count, accounts));
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvStdcall)])]
    private static uint OnSetOrder(nint on, Guid* category, uint count, nint accounts)
    {
        AccountManager manager = Of<AccountManager>(on);
        return manager.Told("SetOrder", manager.SetOrder(category, count, accounts));
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvStdcall)])]
    private static uint OnEnumerateAccounts(nint on, Guid* category, Guid* type, uint flags, nint* enumeration)
    {
        AccountManager manager = Of<AccountManager>(on);
        return manager.Told("EnumerateAccounts", manager.EnumerateAccounts(enumeration));
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvStdcall)])]
    private static uint OnFreeMemory(nint on, nint memory)
    {
        AccountManager manager = Of<AccountManager>(on);
        return manager.Told("FreeMemory", manager.FreeMemory(memory));
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvStdcall)])]
    private static uint OnAdvise(nint on, nint notify, uint* cookie)
    {
        AccountManager manager = Of<AccountManager>(on);
        return manager.Told("Advise", manager.Advise(notify, cookie));
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvStdcall)])]
    private static uint OnUnadvise(nint on, uint cookie)
    {
        AccountManager manager = Of<AccountManager>(on);
        return manager.Told("Unadvise", manager.Unadvise(cookie));
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvStdcall)])]
    private static uint OnPlaceholder(nint on) => Of<AccountManager>(on).Told("Placeholder", HResults.NotImplemented);
}
