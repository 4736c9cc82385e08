namespace Olkconform.Bridge;

/// <summary>What a step needs of this machine is not there.</summary>
internal sealed class AbsentException(string why) : Exception(why);
