import type { Exploration } from '../record/exploration.js';
import type { Replay } from '../record/run-record.js';

/** What trying sequences of calls brought, and what has to be known to judge it. */
export interface Explored {
  /** In each world that they were tried in; the first is the ordinary one. */
  readonly explorations: readonly Exploration[];
  readonly replays: readonly Replay[];
  /** The profile's name; absent: nobody told the harness. */
  readonly profile?: string;
  readonly session: 'offered' | 'withheld';
}
