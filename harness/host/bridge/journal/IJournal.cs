namespace Olkconform.Bridge;

/// <summary>The journal: what has been appended is there even if the process ends with the next instruction.</summary>
internal interface IJournal
{
    /// <param name="payload">One record, UTF-8.</param>
    /// <param name="isLast">True: it says why there will be no more, and may take the room that is kept for this.</param>
    void Append(ReadOnlySpan<byte> payload, bool isLast = false);

    /// <summary>An exception that was survived is no part of the next step's story.</summary>
    void ForgetFault();
}
