namespace Olkconform.Bridge;

internal static class HResults
{
    public const uint NotImplemented = 0x8000_4001;
    public const uint NoInterface = 0x8000_4002;
    public const uint Pointer = 0x8000_4003;
    public const uint InvalidArgument = 0x8007_0057;

    public static bool Succeeded(uint hresult) => (hresult & 0x8000_0000) == 0;
}
