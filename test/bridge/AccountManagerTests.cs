namespace Olkconform.Bridge.Tests;

/// <summary>The account manager's answers, through the slots of its documented vtable.</summary>
public sealed unsafe class AccountManagerTests : IDisposable
{
    private const uint NotInitialized = 0x800C_8005;
    private const uint Invalid = 0x8007_0057;
    private const int FindAccount = 11;
    private const int GetOrder = 18;
    private const int SetOrder = 19;
    private const int EnumerateAccounts = 20;
    private const int FreeMemory = 23;
    private const int Advise = 24;
    private const int Unadvise = 25;

    private static readonly PlainVendorCall Plain = new();
    private static readonly Guid Mail = new("ed475418-b0d6-11d2-8c3b-00104b2a6676");
    private static readonly Guid Store = new("ed475420-b0d6-11d2-8c3b-00104b2a6676");

    private readonly FakeHelper helper = new();
    private readonly Capture capture = new(Plain);
    private readonly AccountManager manager;

    public AccountManagerTests()
    {
        manager = new AccountManager(capture);
        helper.QueryInterface = (_, result) =>
        {
            *result = helper.Pointer;
            Vtable.AddRef(Plain, helper.Pointer);
            return 0;
        };
    }

    public void Dispose() => helper.Dispose();

    [Fact]
    public void It_is_what_the_documents_say_it_is()
    {
        foreach (string iid in new[] { "9240a6cd-af41-11d2-8c3b-00104b2a6676", "9240a6c0-af41-11d2-8c3b-00104b2a6676" })
        {
            nint asked = 0;
            Assert.Equal(0u, Vtable.QueryInterface(Plain, manager.Pointer, new Guid(iid), (nint)(&asked)));
            Assert.Equal(manager.Pointer, asked);
        }

        nint none = -1;
        Assert.Equal(0x8000_4002u, Vtable.QueryInterface(Plain, manager.Pointer, Mail, (nint)(&none)));
        Assert.Equal(0, none);
        Assert.Equal(0x8000_4003u, Vtable.QueryInterface(Plain, manager.Pointer, Mail, 0));
    }

    [Theory]
    [InlineData(5, "DisplayAccountList")]
    [InlineData(FindAccount, "FindAccount")]
    [InlineData(15, "DeleteAccount")]
    [InlineData(17, "SaveChanges")]
    [InlineData(GetOrder, "GetOrder")]
    [InlineData(SetOrder, "SetOrder")]
    [InlineData(EnumerateAccounts, "EnumerateAccounts")]
    [InlineData(Advise, "Advise")]
    [InlineData(Unadvise, "Unadvise")]
    public void Before_Init_it_is_not_initialized(int slot, string method)
    {
        Assert.Equal(NotInitialized, Call(slot));
        Assert.Equal([new ManagerCall(method, 0, NotInitialized, null)], capture.TakeCalls());
    }

    [Fact]
    public void Slots_that_the_documents_leave_out_are_not_implemented()
    {
        int[] documented = [3, 4, 5, FindAccount, 15, 17, GetOrder, SetOrder, EnumerateAccounts, FreeMemory, Advise, Unadvise];
        int[] placeholders = [.. Enumerable.Range(3, 26).Except(documented)];
        Assert.Equal(14, placeholders.Length);
        Assert.All(placeholders, slot => Assert.Equal(0x8000_4001u, Call(slot)));
    }

    [Fact]
    public void A_window_cannot_be_opened_and_unused_arguments_must_be_null()
    {
        Initialize();
        Assert.Equal(0x800C_8102u, Display(0, 0, 0));
        Assert.Equal([Invalid, Invalid, Invalid], new[] { Display(1, 0, 0), Display(0, 1, 0), Display(0, 0, 1) });
    }

    [Fact]
    public void No_account_is_found()
    {
        Initialize();
        nint account = -1;
        Assert.Equal(0x800C_8101u, Call(FindAccount, 0x0001_0003, 1, (nint)(&account)));
        Assert.Equal(0, account);
        Assert.Equal(0x800C_8101u, Call(FindAccount, 0x0014_0003, 1, (nint)(&account)));
        Assert.Equal(0x800C_8003u, Call(FindAccount, 0x0002_001f, 1, (nint)(&account)));
        Assert.Equal(0x800C_8003u, Call(FindAccount, 0x0001_0003, 0, (nint)(&account)));
        Assert.Equal(0x800C_8003u, Call(FindAccount, 0x0001_0003, 1));
        Assert.Equal(0x800C_8101u, Call(15, 7));
        Assert.Equal(0x800C_8101u, Call(17, 7));
    }

    [Fact]
    public void The_order_is_empty_and_stays_so()
    {
        Initialize();
        (Guid mail, Guid store, Guid other) = (Mail, Store, Guid.Empty);
        uint count = 5;
        nint accounts = -1;
        Assert.Equal(0u, Call(GetOrder, (nint)(&mail), (nint)(&count), (nint)(&accounts)));
        Assert.Equal((0u, (nint)0), (count, accounts));
        Assert.Equal(Invalid, Call(GetOrder, (nint)(&other), (nint)(&count), (nint)(&accounts)));
        Assert.Equal(Invalid, Call(GetOrder, (nint)(&mail), 0, (nint)(&accounts)));
        Assert.Equal(Invalid, Call(GetOrder, (nint)(&mail), (nint)(&count)));
        Assert.Equal(Invalid, Call(GetOrder));
        Assert.Equal(0u, Call(SetOrder, (nint)(&store)));
        Assert.Equal(0x800C_8105u, Call(SetOrder, (nint)(&store), 1, (nint)(&count)));
        Assert.Equal(Invalid, Call(SetOrder, (nint)(&store), 1));
        Assert.Equal(Invalid, Call(SetOrder, (nint)(&mail)));
    }

    [Fact]
    public void An_enumeration_is_empty()
    {
        Initialize();
        (nint accounts, nint account, uint count) = (0, -1, 5);
        Assert.Equal(0u, Enumerate(&accounts));
        Assert.Equal(0u, Vtable.Method(Plain, accounts, 3, (nint)(&count)));
        Assert.Equal(0u, count);
        Assert.Equal(0u, Vtable.Method(Plain, accounts, 4));
        Assert.Equal(1u, Vtable.Method(Plain, accounts, 5, (nint)(&account)));
        Assert.Equal(0, account);
        Assert.Equal(0u, Vtable.Method(Plain, accounts, 6, 3));
        Assert.Equal((Invalid, Invalid), (Vtable.Method(Plain, accounts, 3), Vtable.Method(Plain, accounts, 5)));
        Assert.Equal(Invalid, Enumerate(null));
        Assert.Equal(0u, Vtable.Release(Plain, accounts));
    }

    [Fact]
    public void A_text_is_given_and_can_be_freed_once()
    {
        nint text = 0;
        Assert.Equal(0u, Call(3, unchecked((nint)0x800C_8005), (nint)(&text)));
        Assert.Equal("HRESULT 0x800C8005", new string((char*)text));
        Assert.Equal(0u, Call(FreeMemory, text));
        Assert.Equal(Invalid, Call(FreeMemory, text));
        Assert.Equal(0u, Call(FreeMemory));
        Assert.Equal(Invalid, Call(3));
    }

    [Fact]
    public void Who_is_to_be_notified_is_counted_until_unadvised()
    {
        Initialize();
        uint references = helper.References;
        (uint first, uint second) = (0, 0);
        Assert.Equal(0u, Call(Advise, helper.Pointer, (nint)(&first)));
        Assert.Equal(0u, Call(Advise, helper.Pointer, (nint)(&second)));
        Assert.NotEqual(first, second);
        Assert.Equal(references + 2, helper.References);
        Assert.Equal(0u, Call(Unadvise, (nint)first));
        Assert.Equal(Invalid, Call(Unadvise, (nint)first));
        Assert.Equal(references + 1, helper.References);
        Assert.Equal(Invalid, Call(Advise, helper.Pointer));
        Assert.Equal(Invalid, Call(Advise, 0, (nint)(&first)));
        FakeClient.Release(manager.Pointer);
        Assert.Equal(references - 1, helper.References);
    }

    private void Initialize() => Assert.Equal(0u, FakeClient.Init(manager.Pointer, helper.Pointer, 0));

    private nint Slot(int slot) => Vtable.Slot(manager.Pointer, slot);

    private uint Call(int slot, nint first = 0, nint second = 0, nint third = 0) =>
        FakeClient.Call(manager.Pointer, slot, first, second, third);

    private uint Display(uint categories, nint listed, nint type) =>
        ((delegate* unmanaged[Stdcall]<nint, nint, uint, nint, uint, nint, nint, uint>)Slot(5))(
            manager.Pointer, 0, 0, 0, categories, listed, type);

    private uint Enumerate(nint* accounts) =>
        ((delegate* unmanaged[Stdcall]<nint, nint, nint, uint, nint*, uint>)Slot(EnumerateAccounts))(
            manager.Pointer, 0, 0, 0, accounts);
}
