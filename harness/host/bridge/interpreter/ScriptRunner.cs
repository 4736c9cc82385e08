namespace Olkconform.Bridge;

/// <summary>
/// Runs scripts, each on an account of its own, and records every step before and after it is done. After a step in which
/// the provider was called, onMapi is called, and onReload before a step that loads the vendor's DLL again. After each step,
/// and before its result is recorded, afterStep is.
/// </summary>
internal sealed class ScriptRunner(
    IProvider provider, IPages pages, JournalWriter journal, IMachine machine, NativeCall call, Action onMapi,
    Action onReload, Action afterStep)
{
    /// <param name="index">The script's number in the journal.</param>
    /// <param name="script">What to do.</param>
    /// <param name="vendor">What to do it to.</param>
    public void Run(uint index, Script script, Vendor vendor)
    {
        using ScriptMemory memory = new(pages);
        ScriptState state = new(script.Profile, provider, memory);
        using StepInterpreter interpreter = new(state, vendor, provider, machine, call);
        Record(index, script, interpreter.Run);
    }

    /// <summary>Records that no step of the script can be done.</summary>
    public void Refuse(uint index, Script script, string why) =>
        Record(index, script, _ => new Unreached(why));

    private void Record(uint index, Script script, Func<Step, Outcome> run)
    {
        provider.Begin();
        ProviderWatch watch = new(provider);
        journal.Script(index);
        for (uint number = 0; number < script.Steps.Length; number++)
        {
            journal.Step(index, number);
            call.Forget();
            if (script.Steps[number] is ReloadStep)
            {
                onReload();
            }

            Outcome outcome = run(script.Steps[number]);
            afterStep();
            ProviderState seen = watch.Look();
            journal.Result(index, number, outcome, seen, call.Microseconds);
            if (seen.Events.Length > 0)
            {
                onMapi();
            }
        }

        journal.End(index);
    }
}
