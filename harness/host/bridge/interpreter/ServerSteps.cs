namespace Olkconform.Bridge;

/// <summary>
/// The steps that concern the DLL as a COM server: its exports, its class objects, its registration, its comings and
/// goings.
/// </summary>
internal sealed class ServerSteps(ScriptState state, Vendor vendor, IMachine machine, NativeCall call)
{
    public Outcome Call(ExportStep step)
    {
        nint export = vendor.Library.FindExport(step.Export);
        return export == 0
            ? new Unreached($"the DLL exports no {step.Export}")
            : step switch
            {
                GetClassObjectStep get => GetClassObject(get, export),
                CanUnloadNowStep => new Returned { HResult = call.Make(() => Enter(export)) },
                RegisterServerStep => Register(export),
                _ => throw new BridgeException($"No such step: {step.GetType().Name}."),
            };
    }

    public Returned CreateInstance(CreateInstanceStep step, nint factory)
    {
        nint outer = step.Outer == OuterArgument.Harness ? new OuterUnknown().Pointer : 0;
        return state.Pointer(
            call, OutArgument.Memory, step.As, result => Vtable.CreateInstance(call.Vendor, factory, outer, step.Iid, result));
    }

    public Returned Reload(ReloadStep step)
    {
        ReloadResult result = new(0, true);
        call.Make(() =>
        {
            for (uint time = 0; time < step.Times && result.Error == 0; time++)
            {
                ReloadResult once = vendor.Library.Reload();
                result = new ReloadResult(once.Error, result.Unloaded && once.Unloaded);
            }

            return 0;
        });
        return new Returned { Reload = result };
    }

    private Outcome GetClassObject(GetClassObjectStep step, nint export)
    {
        return (step.Clsid ?? vendor.Clsid) is Guid clsid
            ? state.Pointer(
                call,
                OutArgument.Memory,
                step.As,
                result => ClassActivation.GetClassObject(export, clsid, step.Iid, result, call.Vendor))
            : new Unreached("the helper is not made through a class object");
    }

    private Returned Register(nint export)
    {
        IRedirectedRegistry registry = state.Registry ??= machine.RedirectRegistry();
        uint hresult = call.Make(() => registry.Within(() => Enter(export)));
        return new Returned { HResult = hresult, Registry = registry.Read() };
    }

    private uint Enter(nint export) => unchecked((uint)call.Vendor.Enter(export));
}
