import type { CountedSession } from '../record/transcript.js';

/** The reference that the client keeps on a session it offered; a session from a logon has none. */
export function heldByTheClient({ origin }: Pick<CountedSession, 'origin'>): number {
  return origin === 'offered' ? 1 : 0;
}
