namespace Olkconform.Bridge;

/// <summary>
/// Runs scripts, each on an account of its own, and records every step before and after it is done. After a step in which
/// the provider was called, onMapi is called, and onReload before a step that loads the vendor's DLL again. After each step,
/// and before its result is recorded, afterStep is. `second` gives the thread of the steps that are not done on this one.
/// </summary>
internal sealed class ScriptRunner(
    IProvider provider, IPages pages, JournalWriter journal, IMachine machine, NativeCall call, Action onMapi,
    Action onReload, Action afterStep, Func<OtherThread>? second = null)
{
    /// <param name="index">The script's number in the journal.</param>
    /// <param name="script">What to do.</param>
    /// <param name="vendor">What to do it to.</param>
    public void Run(uint index, Script script, Vendor vendor)
    {
        using ScriptMemory memory = new(pages);
        using ScriptState state = new(script.Profile, provider, memory);
        StepInterpreter interpreter = new(state, vendor, provider, machine, call);
        OtherThread? other = script.Steps.Any(step => step.OnSecondThread)
            ? (second ?? throw new BridgeException("Threads of this kind have no second one."))()
            : null;
        StepInterpreter? elsewhere =
            other is null ? null : new StepInterpreter(state, vendor, provider, machine, other.Call);
        Record(index, script, step => other is null || elsewhere is null || !step.OnSecondThread
            ? Done(call, interpreter, step)
            : other.Do(() => Done(other.Call, elsewhere, step)));
    }

    /// <summary>Records that no step of the script can be done.</summary>
    public void Refuse(uint index, Script script, string why) =>
        Record(index, script, _ => new StepDone(new Unreached(why), 0));

    private readonly record struct StepDone(Outcome Outcome, double Microseconds);

    private static StepDone Done(NativeCall call, StepInterpreter interpreter, Step step)
    {
        call.Forget();
        Outcome outcome = interpreter.Run(step);
        return new StepDone(outcome, call.Microseconds);
    }

    private void Record(uint index, Script script, Func<Step, StepDone> run)
    {
        provider.Begin();
        ProviderWatch watch = new(provider);
        journal.Script(index);
        for (uint number = 0; number < script.Steps.Length; number++)
        {
            journal.Step(index, number);
            if (script.Steps[number] is ReloadStep)
            {
                onReload();
            }

            StepDone done = run(script.Steps[number]);
            afterStep();
            ProviderState seen = watch.Look();
            journal.Result(index, number, done.Outcome, seen, done.Microseconds);
            if (seen.Events.Length > 0)
            {
                onMapi();
            }
        }

        provider.End();
        journal.End(index);
    }
}
