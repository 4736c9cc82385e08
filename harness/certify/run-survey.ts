/**
 * Where the vendor declared nothing, the ordinary life is run before all else, with a session offered and with none, and
 * the provider's counting decides whose session the helper hands out.
 */
import { surveyScript, type Plan } from '../plan/plan.js';
import type { Probe } from '../probe/probe.js';
import type { Subject, Transcript } from '../record/run-record.js';
import { behaviourIn } from '../rule/behaviour.js';
import { scriptKey, type Binding } from '../script/draft.js';
import type { Script } from '../script/step.js';

export interface Survey {
  readonly plan: Plan;
  readonly transcripts: readonly Transcript[];
  /** False for a script that the survey has run already. */
  readonly isNew: (script: Script) => boolean;
}

/** The ways to offer a session that come into question: two when nothing was declared. */
export function candidateBindings(
  declared: Subject['session']['declared'],
  unbound: Omit<Binding, 'session'>,
): readonly [Binding, ...Binding[]] {
  const offered: Binding = { ...unbound, session: 'offered' };
  const withheld: Binding = { ...unbound, session: 'withheld' };
  if (declared === 'auto') return [offered, withheld];
  return [declared === 'own' ? withheld : offered];
}

/** Decides between the plans, one for each candidate binding. What is declared needs no finding out. */
export async function runSurvey(probe: Probe, plans: readonly [Plan, ...Plan[]]): Promise<Survey> {
  const transcripts = plans.length > 1 ? await probe.run(plans.map(({ binding }) => surveyScript(binding))) : [];
  const run = new Set(transcripts.map(({ script }) => scriptKey(script)));
  return { plan: choose(plans, transcripts), transcripts, isNew: (script) => !run.has(scriptKey(script)) };
}

/** A helper that takes what it is offered is borrowed; one that logs on when it gets nothing makes its own. */
function choose([first, second]: readonly [Plan, ...Plan[]], transcripts: readonly Transcript[]): Plan {
  if (second === undefined) return first;
  const [offered, withheld] = transcripts.map(behaviourIn);
  return offered !== 'borrowed' && withheld === 'own' ? second : first;
}
