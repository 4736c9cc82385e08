import type { Exploration } from '../record/exploration.js';
import type { Replay } from '../record/run-record.js';
import type { Trials } from '../record/trials.js';
import type { Binding } from '../script/draft.js';

/** What trying sequences of calls brought, and what has to be known to judge it. */
export interface Explored {
  /** In each world that all of them were tried in, the ordinary one first; absent: they were not to be tried. */
  readonly explorations?: readonly Exploration[];
  /** What sequences that were made at random brought; absent: none were tried. */
  readonly trials?: Trials;
  readonly replays: readonly Replay[];
  /** The profile's name; absent: nobody told the harness. */
  readonly profile?: string;
  readonly session: 'offered' | 'withheld';
}

/** What of it holds for all that is tried in a run. */
export function factsOf(
  { session, profile }: Pick<Binding, 'session' | 'profile'>,
  profileIsKnown: boolean,
): Pick<Explored, 'profile' | 'session'> {
  return { session, ...(profileIsKnown ? { profile } : {}) };
}
