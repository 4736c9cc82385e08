/** From a plan and its transcripts to verdicts. Needs no child, no DLL, no Windows: this is what `olkconform judge` runs. */
import { judgeRules } from '../engine/run-mocha.js';
import { surveyScript, type Plan } from '../plan/plan.js';
import type { Check, Selection, Stopped, Summary, Transcript } from '../record/run-record.js';
import { summarise } from '../record/summary.js';
import { tolerate } from '../record/tolerance.js';
import type { Fault, Load } from '../record/transcript.js';
import { behaviourIn } from '../rule/behaviour.js';
import type { RunFacts } from '../rule/evidence.js';
import type { Behaviour } from '../rule/rule.js';
import { scriptKey } from '../script/draft.js';

export interface Judged {
  readonly checks: Check[];
  readonly summary: Summary;
  readonly behaviour: Behaviour | undefined;
}

export interface JudgeOptions {
  readonly facts: RunFacts;
  readonly selection: Selection;
  readonly load: Load;
  readonly faults: readonly Fault[];
  readonly stopped: Stopped;
}

export async function judge(plan: Plan, transcripts: readonly Transcript[], options: JudgeOptions): Promise<Judged> {
  const byKey = new Map(transcripts.map((transcript) => [scriptKey(transcript.script), transcript]));
  const surveyed = byKey.get(scriptKey(surveyScript(plan.binding)));
  const behaviour = surveyed === undefined ? undefined : behaviourIn(surveyed);
  const all = await judgeRules(plan.rules, {
    bound: plan.bound,
    facts: options.facts,
    strict: options.selection.strict,
    load: options.load,
    faults: options.faults,
    behaviour,
    transcripts: byKey,
  });
  const checks = tolerate(
    all.filter(({ id }) => plan.selected.has(id)),
    options.selection.tolerated,
  );
  return { checks, summary: summarise(checks, options.stopped), behaviour };
}
