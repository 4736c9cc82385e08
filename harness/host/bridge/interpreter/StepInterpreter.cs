namespace Olkconform.Bridge;

/// <summary>
/// Does one step after the other and tells what came back. It has no opinion: nothing here knows what a helper should do.
/// </summary>
internal sealed class StepInterpreter(ScriptState state, IActivation activation, IProvider provider, NativeCall call)
{
    private ProviderPlan plan;

    public Outcome Run(Step step)
    {
        try
        {
            return step switch
            {
                CreateStep create => Create(create),
                ConfigureProviderStep configure => Configure(configure),
                ObserveStep => new Returned(),
                ObjectStep on => state.TryFind(on.On, out nint pointer)
                    ? Call(on, pointer)
                    : new Unreached($"no earlier step has yielded an object `{on.On}`"),
                _ => throw new BridgeException($"No such step: {step.GetType().Name}."),
            };
        }
        catch (NativeException thrown)
        {
            return new Threw(thrown.Code);
        }
    }

    private Outcome Call(ObjectStep step, nint on) => step switch
    {
        QueryStep query => Pointer(query.Out, query.As, result => Vtable.QueryInterface(on, query.Iid, result)),
        AddRefStep => new Returned { Count = call.Make(() => Vtable.AddRef(on)) },
        ReleaseStep => new Returned { Count = call.Make(() => Vtable.Release(on)) },
        Placeholder1Step placeholder1 => Placeholder1(placeholder1, on),
        GetIdentityStep getIdentity => GetIdentity(getIdentity, on),
        GetMapiSessionStep get => Pointer(get.Out, get.As, result => Vtable.GetMapiSession(on, result)),
        HandsOffSessionStep => new Returned { HResult = call.Make(() => Vtable.HandsOffSession(on)) },
        CallSlotStep slot => CallSlot(slot, on),
        _ => throw new BridgeException($"No such step: {step.GetType().Name}."),
    };

    private Returned Create(CreateStep step)
    {
        nint profile = state.Memory.LendText(state.Profile).Address;
        nint session = step.Session == SessionArgument.Offered ? state.OfferedSession : 0;
        return Pointer(OutArgument.Memory, step.As, helper => activation.Create(profile, session, helper));
    }

    private Returned Configure(ConfigureProviderStep step)
    {
        plan.FailInitialize = step.FailInitialize ?? plan.FailInitialize;
        plan.FailLogon = step.FailLogon ?? plan.FailLogon;
        plan.RefuseSessionInterface = step.RefuseSessionInterface switch
        {
            null => plan.RefuseSessionInterface,
            true => 1,
            false => 0,
        };
        provider.Configure(plan);
        return new Returned();
    }

    /// <summary>A call whose last argument is an out-pointer for an interface.</summary>
    private Returned Pointer(OutArgument argument, string? name, Func<nint, uint> method)
    {
        LentMemory? cell = argument == OutArgument.Memory ? state.Memory.LendPointer() : null;
        state.Unbind(name);
        uint hresult = call.Make(() => method(cell?.Address ?? 0));
        if (cell is null)
        {
            return new Returned { HResult = hresult };
        }

        state.Bind(name, hresult, cell.Pointer);
        return new Returned
        {
            HResult = hresult,
            Out = state.Observe(cell.Pointer),
            MemoryChanged = cell.SurroundingsChanged,
        };
    }

    private Returned Placeholder1(Placeholder1Step step, nint on)
    {
        const int lent = 64 / sizeof(char);
        LentMemory? memory = step.Argument == OutArgument.Memory ? state.Memory.Lend(lent, LentMemory.Slack) : null;
        uint hresult = call.Make(() => Vtable.Placeholder1(on, memory?.Address ?? 0));
        return new Returned { HResult = hresult, MemoryChanged = memory?.Changed };
    }

    private Outcome GetIdentity(GetIdentityStep step, nint on)
    {
        if (step.Pcch.Kind == PcchKind.Reported && state.Reported is not <= ScriptMemory.LargestBuffer)
        {
            return new Unreached(state.Reported is uint size
                ? $"the helper reported a size of {size} characters, and {ScriptMemory.LargestBuffer} is the most that is lent"
                : "no earlier step of this script has a size reported");
        }

        uint? before = step.Pcch.Kind switch
        {
            PcchKind.Number => step.Pcch.Characters,
            PcchKind.Reported => state.Reported,
            _ => null,
        };
        LentMemory? pcch = before is uint value ? state.Memory.LendUInt32(value) : null;
        LentMemory? buffer = LendBuffer(step.Buffer, before);
        uint hresult = call.Make(() => Vtable.GetIdentity(on, buffer?.Address ?? 0, pcch?.Address ?? 0));
        state.Reported = pcch?.UInt32 ?? state.Reported;
        return new Returned
        {
            HResult = hresult,
            Pcch = new Passed<PcchValues>(pcch is null ? null : new PcchValues(before ?? 0, pcch.UInt32)),
            Buffer = new Passed<BufferImage>(buffer?.Image()),
            MemoryChanged = pcch?.SurroundingsChanged,
        };
    }

    private LentMemory? LendBuffer(BufferArgument argument, uint? capacity)
    {
        if (argument == BufferArgument.Null)
        {
            return null;
        }

        // A capacity that does not fit an int is refused by Lend as any other that is too large.
        int characters = capacity is uint given ? (int)Math.Min(given, int.MaxValue) : LentMemory.Slack;
        return state.Memory.Lend(characters, argument == BufferArgument.Slack ? LentMemory.Slack : 0);
    }

    private Returned CallSlot(CallSlotStep step, nint on)
    {
        const int capacity = 128;
        LentMemory buffer = state.Memory.Lend(capacity, LentMemory.Slack);
        buffer.Zero();
        LentMemory pcch = state.Memory.LendUInt32(capacity);
        uint hresult = call.Make(() => Vtable.CallSlot(on, step.Slot, buffer.Address, pcch.Address));
        return new Returned
        {
            HResult = hresult,
            Out = state.Observe(buffer.Pointer == 0 ? state.Memory.Sentinel : buffer.Pointer),
            Pcch = new Passed<PcchValues>(new PcchValues(capacity, pcch.UInt32)),
            Buffer = new Passed<BufferImage>(buffer.Image()),
            MemoryChanged = pcch.SurroundingsChanged,
        };
    }
}
