namespace Olkconform.Bridge;

/// <summary>The journal: what has been appended is there even if the process ends with the next instruction.</summary>
internal interface IJournal
{
    /// <param name="payload">One record, UTF-8.</param>
    void Append(ReadOnlySpan<byte> payload);

    /// <summary>An exception that was survived is no part of the next step's story.</summary>
    void ForgetFault();
}
