using System.Text;

namespace Olkconform.Bridge;

/// <summary>
/// JSON strings as exactly the UTF-16 code units that they spell, both ways. A profile name may have unpaired
/// surrogates: JSON.stringify writes them as escapes, System.Text.Json refuses to read and replaces to write them.
/// </summary>
internal static class Utf16Text
{
    /// <param name="quoted">A JSON string, quotes included, that a JSON reader has accepted.</param>
    public static string Unquote(string quoted)
    {
        if (quoted.Length < 2 || quoted[0] != '"')
        {
            throw new BridgeException($"A text was expected and not {quoted}.");
        }

        StringBuilder text = new(quoted.Length);
        for (int at = 1; at < quoted.Length - 1; at++)
        {
            if (quoted[at] != '\\')
            {
                text.Append(quoted[at]);
                continue;
            }

            at++;
            if (quoted[at] == 'u')
            {
                text.Append((char)Convert.ToUInt16(quoted.Substring(at + 1, 4), 16));
                at += 4;
                continue;
            }

            text.Append(quoted[at] switch
            {
                'b' => '\b',
                'f' => '\f',
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                char itself => itself,
            });
        }

        return text.ToString();
    }

    /// <summary>A JSON string in printable ASCII.</summary>
    public static string Quote(string text)
    {
        StringBuilder quoted = new("\"", text.Length + 2);
        foreach (char c in text)
        {
            if (c is >= ' ' and <= '~' and not ('"' or '\\'))
            {
                quoted.Append(c);
            }
            else
            {
                quoted.Append("\\u").Append(Convert.ToHexStringLower([(byte)(c >> 8), (byte)c]));
            }
        }

        return quoted.Append('"').ToString();
    }
}
