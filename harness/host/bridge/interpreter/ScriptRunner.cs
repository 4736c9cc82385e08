namespace Olkconform.Bridge;

/// <summary>Runs scripts, each on an account of its own, and records every step before and after it is done.</summary>
internal sealed class ScriptRunner(IProvider provider, IPages pages, JournalWriter journal, IExceptionFrames? frames)
{
    /// <param name="index">The script's number in the journal.</param>
    /// <param name="script">What to do.</param>
    /// <param name="activation">How a helper is made.</param>
    public void Run(uint index, Script script, IActivation activation)
    {
        using ScriptMemory memory = new(pages);
        ScriptState state = new(script.Profile, provider, memory);
        NativeCall call = new(frames);
        StepInterpreter interpreter = new(state, activation, provider, call);
        Record(index, script, call, interpreter.Run);
    }

    /// <summary>Records that no step of the script can be done.</summary>
    public void Refuse(uint index, Script script, string why) =>
        Record(index, script, new NativeCall(frames), _ => new Unreached(why));

    private void Record(uint index, Script script, NativeCall call, Func<Step, Outcome> run)
    {
        provider.Begin();
        ProviderWatch watch = new(provider);
        journal.Script(index);
        for (uint number = 0; number < script.Steps.Length; number++)
        {
            journal.Step(index, number);
            call.Forget();
            Outcome outcome = run(script.Steps[number]);
            journal.Result(index, number, outcome, watch.Look(), call.Microseconds);
        }

        journal.End(index);
    }
}
