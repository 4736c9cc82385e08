/** What the documents find wrong with a script whose steps the model knows. */
import { finish } from '../model/finish.js';
import { observedOf } from '../model/observed.js';
import { startOf } from '../model/state.js';
import { created, step as judgeStep } from '../model/step.js';
import type { Violation } from '../model/violation.js';
import type { Transcript } from '../record/run-record.js';
import type { Behaviour } from '../rule/behaviour.js';

export interface PlacedViolation extends Violation {
  /** The script's step; its length: the end. */
  readonly step: number;
}

/** Behind the first violation nothing can be judged. `profile`: its name, where it is known. */
export function firstViolation(
  transcript: Transcript,
  behaviour: Behaviour | undefined,
  profile: string | undefined,
): PlacedViolation | undefined {
  const observed = observedOf(transcript, profile);
  const { failLogons, session } = observed;
  let state = startOf(behaviour ?? 'unknown', { ...(profile === undefined ? {} : { profile }), failLogons, session });
  const answers = new Map<string, string>();
  for (const { letter, observation, step } of observed.steps) {
    const judged = letter === null ? created(state, observation) : judgeStep(state, letter, observation);
    const [violation] = judged.violations;
    if (violation !== undefined) return { ...violation, step };
    const { open } = judged;
    const before = open === undefined ? undefined : answers.get(open.question);
    if (open !== undefined && before !== undefined && before !== open.answer)
      return {
        statement: open.statement,
        what: `${open.question}, once more`,
        expected: before,
        actual: open.answer,
        step,
      };
    if (open !== undefined) answers.set(open.question, open.answer);
    ({ state } = judged);
  }
  const [violation] = observed.end === null ? [] : finish(state, observed.end);
  return violation === undefined ? undefined : { ...violation, step: transcript.script.steps.length };
}
