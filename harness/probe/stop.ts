/** What may end a run before its time: the user, or the time that the whole run was given. */
import type { Stopped } from '../record/run-record.js';

/** The reason with which a run's signal is aborted when its time is spent; any other is the user's. */
export class TotalTimeSpent extends Error {
  override readonly name = 'TotalTimeSpent';

  constructor(totalMs: number) {
    super(`the ${String(totalMs / 1000)} s of the whole run were spent`);
  }
}

export interface Stop {
  readonly by: NonNullable<Stopped>;
  /** In words, for the steps that were not run. */
  readonly why: string;
}

/** undefined: the run may go on. */
export function stopOf(signal: AbortSignal | undefined): Stop | undefined {
  if (signal?.aborted !== true) return undefined;
  const reason: unknown = signal.reason;
  return reason instanceof TotalTimeSpent
    ? { by: 'total-timeout', why: reason.message }
    : { by: 'interrupt', why: 'the run was interrupted' };
}
