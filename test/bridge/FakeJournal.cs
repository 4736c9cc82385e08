using System.Text;

namespace Olkconform.Bridge.Tests;

/// <summary>Keeps the records as text.</summary>
internal sealed class FakeJournal : IJournal
{
    public List<string> Records { get; } = [];

    /// <summary>How many records there were when a fault was forgotten, each time.</summary>
    public List<int> Forgotten { get; } = [];

    public void ForgetFault() => Forgotten.Add(Records.Count);

    public void Append(ReadOnlySpan<byte> payload, bool isLast = false) => Records.Add(Encoding.UTF8.GetString(payload));
}
