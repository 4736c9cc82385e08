namespace Olkconform.Bridge;

/// <summary>What an out-pointer held after a call, by the name that the script knows it by.</summary>
internal sealed record OutPointer(string Pointer, uint? Session);

/// <summary>`*pcch` before and after a call.</summary>
internal sealed record PcchValues(uint Before, uint After);

/// <summary>A buffer after a call, compared with what it was filled with. Positions in characters.</summary>
internal sealed record BufferImage(string Image, ChangedRange? Changed, uint ChangedBefore, uint ChangedBehind);

/// <summary>First and last character that changed.</summary>
internal sealed record ChangedRange(int First, int Last);
