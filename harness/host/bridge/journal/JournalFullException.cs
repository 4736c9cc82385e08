namespace Olkconform.Bridge;

/// <summary>
/// More happened than there is room for: the helper's doing, as when it calls MAPI in an endless loop. The controller knows
/// this class by its name.
/// </summary>
internal sealed class JournalFullException(string message) : Exception(message);
