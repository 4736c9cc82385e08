/**
 * A helper can be called from another single-threaded apartment only where it claims so: IOlkAccountHelper has no proxy.
 * Of one that does not, a run from there has nothing to say.
 */
import type { Transcript } from '../record/run-record.js';
import { sessionsAfter } from '../record/transcript.js';

export class NotHandedOver extends Error {
  override readonly name = 'NotHandedOver';
}

/** @throws NotHandedOver when the helper was made and had to stay in the apartment that made it. */
export function refuseStaying({ script, steps }: Transcript): void {
  if (script.apartment !== 'second-sta') return;
  const made = steps[script.steps.findIndex((step) => step.do === 'create')];
  // Where nobody was asked for sessions, the step was not reached by the bridge either: the process had ended before.
  if (made?.outcome.kind === 'unreached' && sessionsAfter(made) !== undefined)
    throw new NotHandedOver(made.outcome.why);
}
