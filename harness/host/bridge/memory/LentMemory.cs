using System.Text;

namespace Olkconform.Bridge;

/// <summary>
/// Memory that a helper is given a pointer to, and that is looked at afterwards:
/// unreadable page | pattern | 64 characters of pattern | the memory | slack, if any | unreadable page.
/// It lies as far back as it can, so that the unreadable page begins right behind it or its slack.
/// </summary>
internal sealed unsafe class LentMemory
{
    /// <summary>How much of the surroundings is compared, in characters.</summary>
    public const int Slack = 64;

    /// <summary>The longest image that is kept of a buffer, in characters.</summary>
    public const int LongestImage = 2048;

    private readonly char* before;
    private readonly char* start;
    private readonly int slackBehind;
    private bool zeroed;

    public LentMemory(MemoryRegion region, int capacity, int slackBehind)
    {
        Capacity = capacity;
        this.slackBehind = slackBehind;
        char* end = (char*)(region.Start + region.Length);
        start = end - slackBehind - capacity;
        before = start - Slack;
        char* first = (char*)region.Start;
        Pattern.Fill(new Span<char>(first, region.Length / sizeof(char)), (int)(first - start));
    }

    public nint Address => (nint)start;

    /// <summary>In characters.</summary>
    public int Capacity { get; }

    public Span<char> Characters => new(start, Capacity);

    public ref uint UInt32 => ref *(uint*)start;

    public ref nint Pointer => ref *(nint*)start;

    public bool SurroundingsChanged => ChangedBefore + ChangedBehind > 0;

    public bool Changed => Range() is not null || SurroundingsChanged;

    private uint ChangedBefore => Pattern.CountChanged(new ReadOnlySpan<char>(before, Slack), -Slack);

    private uint ChangedBehind => Pattern.CountChanged(new ReadOnlySpan<char>(start + Capacity, slackBehind), Capacity);

    /// <summary>How many bytes a region must have for this.</summary>
    public static int BytesFor(int capacity, int slackBehind) => (Slack + capacity + slackBehind) * sizeof(char);

    /// <summary>Zeroes instead of the pattern; `changed` is relative to them from here on.</summary>
    public void Zero()
    {
        Characters.Clear();
        zeroed = true;
    }

    public BufferImage Image()
    {
        StringBuilder image = new();
        foreach (char c in Characters[..Math.Min(Capacity, LongestImage)])
        {
            image.Append(Convert.ToHexStringLower([(byte)(c >> 8), (byte)c]));
        }

        return new BufferImage(image.ToString(), Range(), ChangedBefore, ChangedBehind);
    }

    private ChangedRange? Range()
    {
        int first = 0;
        while (first < Capacity && start[first] == Filled(first))
        {
            first++;
        }

        if (first == Capacity)
        {
            return null;
        }

        int last = Capacity - 1;
        while (start[last] == Filled(last))
        {
            last--;
        }

        return new ChangedRange(first, last);
    }

    private char Filled(int position) => zeroed ? '\0' : Pattern.At(position);
}
