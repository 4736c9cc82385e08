/**
 * Where the vendor declared nothing, the ordinary life is run before all else, with a session offered and, if need be,
 * with none, and the provider's counting decides whose session the helper hands out.
 */
import { surveyScript, type Plan } from '../plan/plan.js';
import type { Probe } from '../probe/probe.js';
import type { Transcript } from '../record/run-record.js';
import { behaviourIn, type Behaviour } from '../rule/behaviour.js';
import { scriptKey } from '../script/draft.js';
import type { Script } from '../script/step.js';
import { refuseStaying } from './not-handed-over.js';

export interface Survey {
  readonly plan: Plan;
  readonly transcripts: readonly Transcript[];
  /** False for a script that the survey has run already. */
  readonly isNew: (script: Script) => boolean;
}

/**
 * Decides between the plans, one for each candidate binding. What is declared needs no finding out. A helper that takes
 * what it is offered is borrowed, and is not asked what it would do without: that is no part of its contract. One that
 * logs on when it gets nothing makes its own.
 *
 * @throws NotHandedOver when the scripts are to call the helper from an apartment that it must not be called from.
 */
export async function runSurvey(probe: Probe, [first, second]: readonly [Plan, ...Plan[]]): Promise<Survey> {
  const transcripts: Transcript[] = [];
  const behaviourWith = async ({ binding }: Plan): Promise<Behaviour | undefined> => {
    const [transcript] = await probe.run([surveyScript(binding)]);
    if (transcript === undefined) return undefined;
    refuseStaying(transcript);
    transcripts.push(transcript);
    return behaviourIn(transcript);
  };
  let plan = first;
  const isOpen = second !== undefined || first.binding.apartment === 'second-sta';
  const behaviour = isOpen ? await behaviourWith(first) : undefined;
  if (second !== undefined && behaviour !== 'borrowed' && (await behaviourWith(second)) === 'own') plan = second;
  const run = new Set(transcripts.map(({ script }) => scriptKey(script)));
  return { plan, transcripts, isNew: (script) => !run.has(scriptKey(script)) };
}
