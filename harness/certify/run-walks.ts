/** What is tried beyond the scripts where it is asked for: sequences made at random, and many lives. */
import type { Behaviour } from '../model/behaviour.js';
import { runsWithHelper } from '../model/refused-creation.js';
import type { TryOutOptions } from '../probe/walks.js';
import type { Replay, Selection } from '../record/run-record.js';
import type { Soak } from '../record/soak.js';
import type { Trials } from '../record/trials.js';
import { factsOf } from '../rule/explored.js';
import { asYaml } from '../script/as-yaml.js';
import { asCpp } from '../script/as-cpp.js';
import type { Binding } from '../script/draft.js';
import { sequenceScript } from '../script/spelled.js';
import type { Script } from '../script/step.js';
import type { Failing, TrialsOptions } from '../trials/trials.js';
import { livedBy } from './lived.js';
import type { TellProgress } from './tell-progress.js';
import type { Walker } from './walker.js';

/** What the model has to know of the helper, and who is told how far it is. */
export interface RandomOptions {
  readonly behaviour: Behaviour;
  readonly profileIsKnown: boolean;
  readonly progress: TellProgress | undefined;
}

export interface BroughtAtRandom {
  readonly trials: Trials;
  readonly replays: readonly Replay[];
}

const samplesOfSoak = 100;

function scriptOf({ sequences, shrunk, tried, failLogons }: Failing, binding: Binding): Script {
  // Behind what was observed stands the end.
  const run = tried.runs[sequences.length - 1]?.slice(0, -1) ?? [];
  const observed = run.flatMap((place) => tried.observations[place] ?? []);
  return sequenceScript(shrunk, binding, livedBy(observed, failLogons));
}

/** A helper that is not created any more in the midst of it all leaves nothing to judge from there on. */
function tryingOut(probe: Walker, how: Omit<TryOutOptions, 'sequences' | 'failLogons'>): TrialsOptions['tryOut'] {
  return async (sequences, failLogons) => {
    const tried = await probe.tryOut({ ...how, sequences, failLogons });
    const count = runsWithHelper(tried, failLogons);
    if (count === tried.runs.length) return tried;
    return { ...tried, runs: tried.runs.slice(0, count), death: null, givenUp: 'no helper could be created' };
  };
}

/** Asks until one sequence fails, and does that one once more as a script, to be told step by step. */
export async function tryRandom(
  probe: Walker,
  binding: Binding,
  { count, seed }: NonNullable<Selection['random']>,
  { behaviour, profileIsKnown, progress }: RandomOptions,
): Promise<BroughtAtRandom> {
  const { session, profile, apartment } = binding;
  // With fast-check, which nobody else needs.
  const { trySequences } = await import('../trials/trials.js');
  const searched = await trySequences({
    seed,
    count,
    behaviour,
    facts: factsOf(binding, profileIsKnown),
    tryOut: tryingOut(probe, { session, profile, apartment }),
    tell: (done, of) => progress?.('random sequences', done, of),
  });
  const { failing } = searched;
  if (failing === null) return { trials: { ...searched, failing }, replays: [] };
  const script = scriptOf(failing, binding);
  const [transcript] = await probe.run([script]);
  const { shrunk: sequence, failLogons } = failing;
  return {
    trials: { ...searched, failing: { ...failing, yaml: asYaml(script, true), cpp: asCpp(script) } },
    replays: transcript === undefined ? [] : [{ sequence, failLogons, transcript }],
  };
}

export function runSoak(
  probe: Walker,
  { session, profile, apartment }: Binding,
  cycles: number,
  progress: TellProgress | undefined,
): Promise<Soak> {
  const tell = (done: number, of: number): void => progress?.('soak cycles', done, of);
  return probe.soak({ cycles, samples: samplesOfSoak, session, profile, apartment, tell });
}
