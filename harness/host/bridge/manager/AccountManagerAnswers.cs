namespace Olkconform.Bridge;

/// <summary>What IOlkAccountManager's methods answer beside COM's own codes.</summary>
internal static class AccountManagerAnswers
{
    public const uint AlreadyInitialized = 0x800C_8002;
    public const uint ParameterNotSupported = 0x800C_8003;
    public const uint NotInitialized = 0x800C_8005;
    public const uint AccountNotFound = 0x800C_8101;
    public const uint WindowBusy = 0x800C_8102;
    public const uint WrongSortOrder = 0x800C_8105;
}
