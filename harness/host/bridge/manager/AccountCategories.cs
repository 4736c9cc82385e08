namespace Olkconform.Bridge;

/// <summary>The categories of accounts that have an order.</summary>
internal static class AccountCategories
{
    private static readonly Guid Mail = new("ed475418-b0d6-11d2-8c3b-00104b2a6676");
    private static readonly Guid AddressBook = new("ed475419-b0d6-11d2-8c3b-00104b2a6676");
    private static readonly Guid Store = new("ed475420-b0d6-11d2-8c3b-00104b2a6676");

    public static bool HaveOrder(Guid category) => category == Mail || CanBeReordered(category);

    /// <summary>The order of mail accounts can be read and not set.</summary>
    public static bool CanBeReordered(Guid category) => category == AddressBook || category == Store;
}
