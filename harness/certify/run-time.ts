/** How long a whole run may go on: until the user has enough of it, or its time is spent. */
import { TotalTimeSpent } from '../probe/stop.js';

export class RunTime {
  /** Comes when the run is to end. */
  readonly signal: AbortSignal;
  readonly #timer: NodeJS.Timeout | undefined;

  /** Begins at once. Without `totalMs` only the user ends the run. */
  constructor(totalMs: number | undefined, user: AbortSignal | undefined) {
    const spent = new AbortController();
    this.signal = user === undefined ? spent.signal : AbortSignal.any([user, spent.signal]);
    if (totalMs === undefined) return;
    this.#timer = setTimeout(() => {
      spent.abort(new TotalTimeSpent(totalMs));
    }, totalMs);
  }

  /** No time is counted any more. */
  end(): void {
    clearTimeout(this.#timer);
  }
}
