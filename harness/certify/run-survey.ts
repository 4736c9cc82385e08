/**
 * Where the vendor declared nothing, the ordinary life is run before all else, with a session offered and with none, and
 * the provider's counting decides whose session the helper hands out.
 */
import { surveyScript } from '../plan/plan.js';
import type { Probe } from '../probe/probe.js';
import type { Subject, Transcript } from '../record/run-record.js';
import { behaviourIn } from '../rule/behaviour.js';
import { scriptKey, type Binding } from '../script/draft.js';
import type { Script } from '../script/step.js';

export interface Survey {
  readonly binding: Binding;
  readonly transcripts: readonly Transcript[];
  /** False for a script that the survey has run already. */
  readonly isNew: (script: Script) => boolean;
}

type Unbound = Omit<Binding, 'session'>;

export async function runSurvey(
  probe: Probe,
  declared: Subject['session']['declared'],
  unbound: Unbound,
): Promise<Survey> {
  const offered: Binding = { ...unbound, session: 'offered' };
  const withheld: Binding = { ...unbound, session: 'withheld' };
  const candidates = declared === 'auto' ? [offered, withheld] : [declared === 'own' ? withheld : offered];
  // What is declared needs no finding out: the survey is then the first of the run's scripts.
  const transcripts = candidates.length > 1 ? await probe.run(candidates.map(surveyScript)) : [];
  const run = new Set(transcripts.map(({ script }) => scriptKey(script)));
  return {
    binding: choose(candidates, transcripts),
    transcripts,
    isNew: (script) => !run.has(scriptKey(script)),
  };
}

/** A helper that takes what it is offered is borrowed; one that logs on when it gets nothing makes its own. */
function choose(candidates: readonly Binding[], transcripts: readonly Transcript[]): Binding {
  const seen = transcripts.map(behaviourIn);
  const at = seen[0] === 'borrowed' || seen[1] !== 'own' ? 0 : 1;
  const chosen = candidates[at];
  if (chosen === undefined) throw new Error('a survey needs at least one way to offer a session');
  return chosen;
}
