namespace Olkconform.Bridge;

/// <summary>The vendor's DLL as scripts meet it.</summary>
/// <param name="Activation">How its helpers are made.</param>
/// <param name="Library">The DLL itself.</param>
/// <param name="Clsid">The class of the activation; null when helpers are not made through a class object.</param>
internal sealed record Vendor(IActivation Activation, ILibrary Library, Guid? Clsid);
