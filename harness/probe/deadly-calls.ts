/**
 * Which calls have ended a process, and how often: what has done so again and again will do so in every script that holds
 * it, and each time costs a new process, or the whole deadline.
 */
import type { Transcript } from '../record/run-record.js';
import { callName } from '../script/call-name.js';
import type { Script, Step } from '../script/step.js';

/**
 * A death is often only how another fault shows, and each script that dies may tell more of it; a new process is cheap. A
 * call that hangs costs its deadline each time.
 */
const strikes = { ended: 6, damaged: 3, deadline: 2, excess: 2, exit: 6 } as const;

/** Equal for steps that make the same call with the same arguments, on whatever object. */
function callOf(step: Step): string {
  const { label: _label, ...call } = step;
  return JSON.stringify(call, (key, value: unknown) => (key === 'on' || key === 'as' ? undefined : value));
}

export class DeadlyCalls {
  readonly #deaths = new Map<string, number>();

  /** Remembers where the process of this script came to its end, if it did. */
  note({ script, steps }: Transcript): void {
    for (const [at, { outcome }] of steps.entries()) {
      const step = script.steps[at];
      if (step === undefined || outcome.kind !== 'died') continue;
      const call = callOf(step);
      this.#deaths.set(call, (this.#deaths.get(call) ?? 0) + 1 / strikes[outcome.fault.kind]);
    }
  }

  /** Why the script is not run; undefined when it is. */
  whyLeftOut({ steps }: Script): string | undefined {
    // Parts that make a whole need not sum up to just 1.
    const deadly = steps.find((step) => (this.#deaths.get(callOf(step)) ?? 0) > 0.99);
    return deadly === undefined
      ? undefined
      : `${callName(deadly)} had ended one process after the other, and was not called again`;
  }
}
