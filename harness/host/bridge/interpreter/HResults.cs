namespace Olkconform.Bridge;

internal static class HResults
{
    public static bool Succeeded(uint hresult) => (hresult & 0x8000_0000) == 0;
}
