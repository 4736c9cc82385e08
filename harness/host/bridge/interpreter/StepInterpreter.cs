namespace Olkconform.Bridge;

/// <summary>
/// Does one step after the other and tells what came back. It has no opinion: nothing here knows what a helper should do.
/// </summary>
internal sealed class StepInterpreter(
    ScriptState state, Vendor vendor, IProvider provider, IMachine machine, NativeCall call)
{
    private readonly ServerSteps server = new(state, vendor, machine, call);

    public Outcome Run(Step step)
    {
        if (!vendor.Library.IsLoaded)
        {
            return new Unreached("the DLL did not load again");
        }

        Outcome outcome = RunOne(step);
        return outcome is Returned returned ? WithSurroundings(step, returned) : outcome;
    }

    private Outcome RunOne(Step step)
    {
        try
        {
            return step switch
            {
                CreateStep create => Create(create),
                ConfigureProviderStep configure => Configure(configure),
                ObserveStep => new Returned(),
                ObserveApartmentStep => new Returned { Apartment = machine.ApartmentOfThisThread() },
                ReloadStep reload => server.Reload(reload),
                ExportStep export => server.Call(export),
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
        catch (StayedException stayed)
        {
            return new Unreached($"only the apartment that made the helper may call it: {stayed.Message}");
        }
        catch (AbsentException absent)
        {
            return new Unreached(absent.Message);
        }
    }

    /// <summary>What is told of every call: the registers it lost, and what the client did with the account manager.</summary>
    private Returned WithSurroundings(Step step, Returned returned)
    {
        ManagerCall[] calls = vendor.Activation.TakeManagerCalls();
        return returned with
        {
            Clobbered = call.Vendor.Lost == 0 ? null : Registers.Names(call.Vendor.Lost),
            Manager = calls.Length > 0 || (vendor.Activation.Captures && step is CreateStep) ? calls : null,
            Recorded = vendor.Activation.TakeRecorded()?.Select(Named).ToArray(),
        };
    }

    private NamedCall Named(RecordedCall recorded) =>
        new(recorded, state.Observe(recorded.On), recorded.Pointer?.Held is nint held ? state.Observe(held) : null);

    private Outcome Call(ObjectStep step, nint on) => step switch
    {
        QueryStep query => state.Pointer(
            call, query.Out, query.As, result => Vtable.QueryInterface(call.Vendor, on, query.Iid, result)),
        AddRefStep => new Returned { Count = call.Make(() => Vtable.AddRef(call.Vendor, on)) },
        ReleaseStep => new Returned { Count = call.Make(() => Vtable.Release(call.Vendor, on)) },
        Placeholder1Step placeholder1 => Placeholder1(placeholder1, on),
        GetIdentityStep getIdentity => GetIdentity(getIdentity, on),
        GetMapiSessionStep get => state.Pointer(
            call, get.Out, get.As, result => Vtable.GetMapiSession(call.Vendor, on, result)),
        HandsOffSessionStep => new Returned { HResult = call.Make(() => Vtable.HandsOffSession(call.Vendor, on)) },
        CallSlotStep slot => CallSlot(slot, on),
        CreateInstanceStep create => server.CreateInstance(create, on),
        HammerStep hammer => Strike(hammer, on),
        _ => throw new BridgeException($"No such step: {step.GetType().Name}."),
    };

    private const char Gone = '\u25a1';

    private Returned Create(CreateStep step)
    {
        LentMemory profile = state.Memory.LendText(state.Profile);
        nint session = state.Session(step.Session);
        Returned created = state.Pointer(
            call,
            OutArgument.Memory,
            step.As,
            helper => vendor.Activation.Create(profile.Address, session, helper),
            vendor.Activation.Captures);

        // The name was lent for this call: a helper that kept the pointer will not find its name there again.
        profile.Characters[..state.Profile.Length].Fill(Gone);
        return created;
    }

    private Returned Strike(HammerStep step, nint on)
    {
        call.Make(() =>
        {
            // A thread without a processor of its own adds nothing; two there must be, or nothing meets.
            uint threads = Math.Min(step.Threads, Math.Max(2, (uint)machine.Processors));
            new Hammer(on, threads, step.Rounds, machine).Strike();
            return 0;
        });
        return new Returned();
    }

    private Returned Configure(ConfigureProviderStep step)
    {
        ProviderPlan plan = state.Plan;
        plan.FailInitialize = step.FailInitialize ?? plan.FailInitialize;
        plan.FailLogon = step.FailLogon ?? plan.FailLogon;
        plan.RefuseSessionInterface = step.RefuseSessionInterface switch
        {
            null => plan.RefuseSessionInterface,
            true => 1,
            false => 0,
        };
        plan.FailAllocation = step.FailAllocation ?? 0;
        state.Plan = plan;
        provider.Configure(plan);
        return new Returned();
    }

    private Returned Placeholder1(Placeholder1Step step, nint on)
    {
        const int lent = 64 / sizeof(char);
        LentMemory? memory = step.Argument == OutArgument.Memory ? state.Memory.Lend(lent, LentMemory.Slack) : null;
        uint hresult = call.Make(() => Vtable.Placeholder1(call.Vendor, on, memory?.Address ?? 0));
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
        uint hresult = call.Make(() => Vtable.GetIdentity(call.Vendor, on, buffer?.Address ?? 0, pcch?.Address ?? 0));
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
        uint hresult = call.Make(() => Vtable.Method(call.Vendor, on, step.Slot, buffer.Address, pcch.Address));
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
