namespace Olkconform.Bridge;

/// <summary>Runs scripts, each on an account of its own, and records every step before and after it is done.</summary>
internal sealed class ScriptRunner(IProvider provider, IPages pages, JournalWriter journal)
{
    /// <param name="index">The script's number in the journal.</param>
    /// <param name="script">What to do.</param>
    /// <param name="activation">How a helper is made.</param>
    public void Run(uint index, Script script, IActivation activation)
    {
        NativeCall call = new();
        using ScriptMemory memory = new(pages);
        StepInterpreter? interpreter = null;
        Record(index, script, step =>
        {
            interpreter ??= new StepInterpreter(
                new ScriptState(script.Profile, provider, memory), activation, provider, call);
            Outcome outcome = interpreter.Run(step);
            return (outcome, outcome is Unreached ? 0 : call.Microseconds);
        });
    }

    /// <summary>Records that no step of the script can be done.</summary>
    public void Refuse(uint index, Script script, string why) =>
        Record(index, script, _ => (new Unreached(why), 0));

    private void Record(uint index, Script script, Func<Step, (Outcome Outcome, double Microseconds)> run)
    {
        provider.Begin();
        ProviderWatch watch = new(provider);
        journal.Script(index);
        for (uint number = 0; number < script.Steps.Length; number++)
        {
            journal.Step(index, number);
            (Outcome outcome, double microseconds) = run(script.Steps[number]);
            journal.Result(index, number, outcome, watch.Look(), microseconds);
        }

        journal.End(index);
    }
}
