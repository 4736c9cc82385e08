namespace Olkconform.Bridge;

/// <summary>What is done to one helper; the contract is harness/script/step.ts.</summary>
/// <param name="Profile">UTF-16 as JavaScript holds it, unpaired surrogates included.</param>
/// <param name="Apartment">The kind of thread on which it runs.</param>
/// <param name="Steps">In the order in which they are done.</param>
internal sealed record Script(string Profile, ApartmentKind Apartment, Step[] Steps);
