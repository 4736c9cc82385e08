namespace Olkconform.Bridge;

/// <summary>Finds what a run's activation needs among the exports of the vendor's DLL.</summary>
internal static class Activation
{
    public static IActivation Of(ActivationRequest request, ILibrary library) => request switch
    {
        FactoryActivationRequest factory => new FactoryActivation(library.RequireExport(factory.Export)),
        ClassActivationRequest cls => new ClassActivation(
            cls.Clsid,
            library.RequireExport("DllGetClassObject"),
            cls.Prepare is null ? 0 : library.RequireExport(cls.Prepare)),
        _ => throw new BridgeException($"No such activation: {request.GetType().Name}."),
    };
}
