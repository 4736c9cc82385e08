namespace Olkconform.Bridge;

/// <summary>A helper was made, but cannot be handed over to the apartment that is to call it.</summary>
/// <param name="why">Follows a colon.</param>
internal sealed class StayedException(string why) : Exception(why);
