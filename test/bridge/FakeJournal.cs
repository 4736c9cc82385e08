using System.Text;

namespace Olkconform.Bridge.Tests;

/// <summary>Keeps the records as text.</summary>
internal sealed class FakeJournal : IJournal
{
    public List<string> Records { get; } = [];

    public void Append(ReadOnlySpan<byte> payload) => Records.Add(Encoding.UTF8.GetString(payload));
}
