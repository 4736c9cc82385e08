using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Olkconform.Bridge;

/// <summary>One call that the provider received. Layout of olk::ProviderEvent.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct ProviderEvent
{
    public ProviderEventKind Kind;
    public uint Session;
    public uint Answer;
    public uint Flags;
    public EventText Text;
}

/// <summary>Values of olk::ProviderEventKind.</summary>
internal enum ProviderEventKind : uint
{
    Initialize = 0,
    Uninitialize = 1,
    Logon = 2,
    Query = 3,
    AddRef = 4,
    Release = 5,
    Logoff = 6,
    Call = 7,
}

/// <summary>UTF-16, terminated unless it fills the whole of it.</summary>
[InlineArray(Capacity)]
internal struct EventText
{
    public const int Capacity = 300;

    private ushort first;

    public string Value
    {
        readonly get
        {
            ReadOnlySpan<char> text = MemoryMarshal.Cast<ushort, char>((ReadOnlySpan<ushort>)this);
            int end = text.IndexOf('\0');
            return new string(end < 0 ? text : text[..end]);
        }
        set
        {
            Span<char> text = MemoryMarshal.Cast<ushort, char>((Span<ushort>)this);
            text.Clear();
            value.AsSpan(0, Math.Min(value.Length, Capacity)).CopyTo(text);
        }
    }
}
