namespace Olkconform.Bridge;

/// <summary>
/// What a run's activation needs of the vendor's DLL. That the exports are there is seen at once; where they are is asked
/// anew for each helper, because a DLL that was loaded again lies elsewhere.
/// </summary>
internal static class Activation
{
    public static Vendor Of(ActivationRequest request, ILibrary library, IVendorCall call, IMachine machine, Func<Recorder>? makeRecorder = null)
    {
        foreach (string export in request.Exports)
        {
            library.RequireExport(export);
        }

        return request switch
        {
            FactoryActivationRequest factory => new Vendor(new FactoryActivation(library, factory.Export, call), library, null),
            ClassActivationRequest cls => new Vendor(
                new ClassActivation(library, cls.Clsid, cls.Prepare, call), library, cls.Clsid),
            RegisteredActivationRequest registered => new Vendor(
                new RegisteredActivation(
                    library,
                    registered.Clsid,
                    new ClassActivation(library, registered.Clsid, registered.Prepare, call),
                    machine,
                    call),
                library,
                registered.Clsid),
            CaptureActivationRequest capture => new Vendor(
                new CaptureActivation(
                    library,
                    capture.Export,
                    new Capture(call, capture.Record, capture.Record is null ? null : makeRecorder?.Invoke()),
                    machine,
                    call),
                library,
                null),
            _ => throw new BridgeException($"No such activation: {request.GetType().Name}."),
        };
    }
}
