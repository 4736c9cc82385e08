namespace Olkconform.Bridge;

/// <summary>
/// What memory is filled with before it is lent. It depends on the position, no byte is zero, the two bytes of a
/// character always differ, so that a memset of any value changes every character, and all characters are in the
/// private use area (U+E181 to U+F7BD), where no profile name is found.
/// </summary>
internal static class Pattern
{
    /// <summary>Positions may be negative; this makes them positive without a jump at zero.</summary>
    private const uint Origin = 0x1000_0000;

    /// <param name="position">In characters from the start of the buffer.</param>
    public static char At(int position)
    {
        uint place = unchecked(Origin + (uint)position);
        uint high = 0xE1 + (place % 23);
        uint low = 0x81 + (place % 61);
        return (char)((high << 8) | low);
    }

    /// <param name="memory">What to fill.</param>
    /// <param name="position">The position of the first character.</param>
    public static void Fill(Span<char> memory, int position)
    {
        for (int i = 0; i < memory.Length; i++)
        {
            memory[i] = At(position + i);
        }
    }

    /// <summary>How many characters no longer hold the pattern.</summary>
    public static uint CountChanged(ReadOnlySpan<char> memory, int position)
    {
        uint changed = 0;
        for (int i = 0; i < memory.Length; i++)
        {
            if (memory[i] != At(position + i))
            {
                changed++;
            }
        }

        return changed;
    }
}
