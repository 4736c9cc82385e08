using System.Globalization;
using System.Runtime.InteropServices;

namespace Olkconform.Bridge;

/// <summary>
/// IOlkAccountManager as Outlook's documents describe it, for a profile without accounts. Every call but IUnknown's is
/// told. Its native side is in AccountManagerVtable.cs.
///
/// What the documents leave open: the manager keeps a reference to the helper until its own last Release; a pointer that
/// is no IOlkAccountHelper is refused with E_INVALIDARG; no window can be opened, so DisplayAccountList is always busy.
/// </summary>
internal sealed unsafe partial class AccountManager(Capture capture) : ComObject(OwnVtable)
{
    public static readonly Guid Iid = new("9240a6cd-af41-11d2-8c3b-00104b2a6676");
    public static readonly Guid ErrorUnknownIid = new("9240a6c0-af41-11d2-8c3b-00104b2a6676");
    public static readonly Guid HelperIid = new("9240a6cb-af41-11d2-8c3b-00104b2a6676");

    private const uint PropAccountId = 0x0001_0003;
    private const uint PropIsExchange = 0x0014_0003;

    private readonly Dictionary<uint, nint> notified = [];
    private readonly HashSet<nint> allocated = [];
    private nint helper;
    private uint cookies;
    private bool isInitialized;

    protected override Guid[] Interfaces => [Iid, ErrorUnknownIid];

    protected override void OnLastRelease()
    {
        Drop(helper);
        helper = 0;
        foreach (nint notify in notified.Values)
        {
            Drop(notify);
        }

        notified.Clear();
    }

    private uint GetLastError(uint hresult, nint* text)
    {
        if (text is null)
        {
            return HResults.InvalidArgument;
        }

        *text = Marshal.StringToCoTaskMemUni(string.Create(CultureInfo.InvariantCulture, $"HRESULT 0x{hresult:X8}"));
        allocated.Add(*text);
        return 0;
    }

    private uint Init(nint passed, uint flags)
    {
        nint arrived = capture.Arrive(passed);
        nint found = 0;
        uint asked = arrived == 0 ? HResults.Pointer : Vtable.QueryInterface(capture.Vendor, arrived, HelperIid, (nint)(&found));
        found = HResults.Succeeded(asked) ? found : 0;
        uint answer = isInitialized ? AccountManagerAnswers.AlreadyInitialized : found == 0 ? HResults.InvalidArgument : 0;
        if (answer == 0)
        {
            isInitialized = true;
            helper = found;
            Hand(found);
        }
        else
        {
            Drop(found);
        }

        capture.Tell(new ManagerCall("Init", flags, answer, asked));
        return answer;
    }

    /// <summary>The script gets a reference of its own.</summary>
    private void Hand(nint found)
    {
        Vtable.AddRef(capture.Vendor, found);
        if (!capture.Offer(found))
        {
            Drop(found);
        }
    }

    private uint DisplayAccountList(uint categories, nint listed, nint type) =>
        !isInitialized ? AccountManagerAnswers.NotInitialized
        : categories != 0 || listed != 0 || type != 0 ? HResults.InvalidArgument
        : AccountManagerAnswers.WindowBusy;

    private uint FindAccount(uint property, nint value, nint* account)
    {
        Clear(account);
        return !isInitialized ? AccountManagerAnswers.NotInitialized
            : value == 0 || account is null || property is not (PropAccountId or PropIsExchange)
                ? AccountManagerAnswers.ParameterNotSupported
            : AccountManagerAnswers.AccountNotFound;
    }

    /// <summary>DeleteAccount and SaveChanges: whatever the account, there is none of that number.</summary>
    private uint TouchAccount() =>
        isInitialized ? AccountManagerAnswers.AccountNotFound : AccountManagerAnswers.NotInitialized;

    private uint GetOrder(Guid* category, uint* count, nint* accounts)
    {
        Clear(accounts);
        if (!isInitialized)
        {
            return AccountManagerAnswers.NotInitialized;
        }

        if (category is null || count is null || accounts is null || !AccountCategories.HaveOrder(*category))
        {
            return HResults.InvalidArgument;
        }

        *count = 0;
        return 0;
    }

    private uint SetOrder(Guid* category, uint count, nint accounts)
    {
        if (!isInitialized)
        {
            return AccountManagerAnswers.NotInitialized;
        }

        if (category is null || (count != 0 && accounts == 0) || !AccountCategories.CanBeReordered(*category))
        {
            return HResults.InvalidArgument;
        }

        return count == 0 ? 0 : AccountManagerAnswers.WrongSortOrder;
    }

    /// <summary>Whatever category and type: there is no account of it.</summary>
    private uint EnumerateAccounts(nint* enumeration)
    {
        Clear(enumeration);
        if (!isInitialized)
        {
            return AccountManagerAnswers.NotInitialized;
        }

        if (enumeration is null)
        {
            return HResults.InvalidArgument;
        }

        *enumeration = new EmptyEnumeration().Pointer;
        return 0;
    }

    private uint FreeMemory(nint memory)
    {
        if (memory != 0 && !allocated.Remove(memory))
        {
            return HResults.InvalidArgument;
        }

        Marshal.FreeCoTaskMem(memory);
        return 0;
    }

    private uint Advise(nint notify, uint* cookie)
    {
        if (!isInitialized)
        {
            return AccountManagerAnswers.NotInitialized;
        }

        if (notify == 0 || cookie is null)
        {
            return HResults.InvalidArgument;
        }

        Vtable.AddRef(capture.Vendor, notify);
        notified[++cookies] = notify;
        *cookie = cookies;
        return 0;
    }

    private uint Unadvise(uint cookie)
    {
        if (!isInitialized)
        {
            return AccountManagerAnswers.NotInitialized;
        }

        if (!notified.Remove(cookie, out nint notify))
        {
            return HResults.InvalidArgument;
        }

        Drop(notify);
        return 0;
    }

    private static void Clear(nint* result)
    {
        if (result is not null)
        {
            *result = 0;
        }
    }

    private void Drop(nint unknown)
    {
        if (unknown != 0)
        {
            Vtable.Release(capture.Vendor, unknown);
        }
    }

    private uint Told(string method, uint answer)
    {
        capture.Tell(new ManagerCall(method, 0, answer, null));
        return answer;
    }
}
