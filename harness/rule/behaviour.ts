/**
 * Whose session does this helper hand out? The provider's counting decides, not what the vendor declared: a session
 * that came out of MAPILogonEx is the helper's own, the one that the harness offered is borrowed.
 */
import type { Transcript } from '../record/run-record.js';
import { sessionsAfter, type CountedSession } from '../record/transcript.js';

/** Whose session a helper hands out, as the provider saw it. */
export type Behaviour = 'own' | 'borrowed';

/** undefined: no session was seen to be handed out, or one of which the provider knows nothing. */
export function behaviourIn(transcript: Transcript): Behaviour | undefined {
  let given = false;
  let wraps = false;
  let seen: readonly CountedSession[] = [];
  for (const [at, done] of transcript.steps.entries()) {
    const { outcome } = done;
    seen = sessionsAfter(done) ?? seen;
    if (transcript.script.steps[at]?.do !== 'getMapiSession' || outcome.kind !== 'returned') continue;
    const id = outcome.out?.session ?? null;
    const session = seen.find((each) => each.id === id);
    if (session !== undefined) return session.origin === 'logon' ? 'own' : 'borrowed';
    if (outcome.out?.pointer.startsWith('p') !== true) continue;
    given = true;
    wraps ||= seen.some(({ origin, references }) => origin === 'offered' && references > 1);
  }
  // A session object of the helper's making, around one that it logged on to, is its own all the same.
  if (given && seen.some(({ origin }) => origin === 'logon')) return 'own';
  return wraps ? 'borrowed' : undefined;
}
