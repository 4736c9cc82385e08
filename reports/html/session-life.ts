/**
 * A transcript → who holds how many references to which session after each step. The provider counts all references;
 * what the client holds follows from the script, and the rest is the helper's.
 */
import type { Transcript } from '../../harness/record/run-record.js';
import {
  sessionsAfter,
  type CountedSession,
  type SessionCounters,
  type StepTranscript,
} from '../../harness/record/transcript.js';

type Step = Transcript['script']['steps'][number];

export interface Holding {
  readonly session: number;
  readonly client: number;
  readonly helper: number;
  /** The helper has to hold none after this step, whatever it does later. */
  readonly isDue: boolean;
  /** References that HandsOffSession took from a session that was the client's to begin with. */
  readonly taken: number;
  /** How often it was released, and called, in this step when there was no reference left. */
  readonly overReleases: number;
  readonly callsAfterRelease: number;
}

export interface Moment {
  readonly step: Step;
  readonly at: StepTranscript;
  readonly holdings: readonly Holding[];
}

export interface Life {
  readonly script: Transcript['script'];
  readonly sessions: readonly Pick<CountedSession, 'id' | 'origin'>[];
  readonly moments: readonly Moment[];
  /** The client was given an object of the helper's making in place of a session. */
  readonly isWrapped: boolean;
  /** `bad`: something that was due did not come, a reference was taken or released too often, or a call did not come back. */
  readonly end: 'good' | 'bad' | 'open';
}

/** What the client has in its hands, by the script's own names. */
class Hands {
  readonly #objects = new Map<string, { session: number | null; count: number }>();
  #creations = 0;
  isWrapped = false;

  take(step: Step, { outcome }: StepTranscript): void {
    if (outcome.kind !== 'returned') return;
    if ('on' in step && (step.do === 'addRef' || step.do === 'release')) {
      const held = this.#objects.get(step.on);
      if (held !== undefined) held.count += step.do === 'addRef' ? 1 : -1;
    }
    if (!('as' in step) || step.as === undefined || outcome.out?.pointer.startsWith('p') !== true) return;
    if (step.do === 'create') this.#creations += 1;
    const { session } = outcome.out;
    if (step.do === 'getMapiSession' && session === null) this.isWrapped = true;
    this.#objects.set(step.as, { session, count: 1 });
  }

  of(session: number): number {
    return [...this.#objects.values()].reduce((sum, held) => sum + (held.session === session ? held.count : 0), 0);
  }

  /** All that was given has been released. */
  areEmpty(): boolean {
    return this.#creations > 0 && [...this.#objects.values()].every(({ count }) => count <= 0);
  }

  /** One helper was made, so that what is held is held by it and by no other. */
  heldByOneHelper(): boolean {
    return this.#creations === 1;
  }
}

/** A session that the client offered begins with one reference, the client's own. */
const ownReference = ({ origin }: CountedSession): number => (origin === 'offered' ? 1 : 0);

function isDue(session: CountedSession, step: Step, { outcome }: StepTranscript, hands: Hands): boolean {
  if (outcome.kind !== 'returned') return false;
  if (hands.areEmpty()) return step.do === 'release';
  const isHandOff = step.do === 'handsOffSession';
  return isHandOff && session.origin === 'logon' && hands.heldByOneHelper() && !hands.isWrapped;
}

function takenBy(
  step: Step,
  { outcome }: StepTranscript,
  now: CountedSession,
  before: CountedSession | undefined,
): number {
  if (step.do !== 'handsOffSession' || outcome.kind !== 'returned' || now.origin !== 'offered') return 0;
  return Math.max(0, (before?.references ?? now.references) - now.references);
}

/** The machine's own MAPI does not tell of calls. */
type Counted = CountedSession & Partial<SessionCounters>;

/** Null for a script that neither asks for a session nor hands one off, and for one in which no session was seen. */
export function lifeIn({ script, steps }: Transcript): Life | null {
  if (!script.steps.some((step) => step.do === 'getMapiSession' || step.do === 'handsOffSession')) return null;
  const hands = new Hands();
  const sessions = new Map<number, Counted>();
  const moments: Moment[] = [];
  for (const [index, step] of script.steps.entries()) {
    const at = steps[index];
    if (at === undefined) break;
    hands.take(step, at);
    const holdings = (sessionsAfter(at) ?? []).map((session: Counted): Holding => {
      const before = sessions.get(session.id);
      sessions.set(session.id, session);
      const client = ownReference(session) + hands.of(session.id);
      return {
        session: session.id,
        client,
        helper: session.references - client,
        isDue: isDue(session, step, at, hands),
        taken: takenBy(step, at, session, before),
        overReleases: session.overReleases - (before?.overReleases ?? 0),
        callsAfterRelease: (session.callsAfterRelease ?? 0) - (before?.callsAfterRelease ?? 0),
      };
    });
    moments.push({ step, at, holdings });
  }
  if (sessions.size === 0) return null;
  return { script, sessions: [...sessions.values()], moments, isWrapped: hands.isWrapped, end: endOf(moments) };
}

function endOf(moments: readonly Moment[]): Life['end'] {
  const isLost = moments.some(({ at }) => at.outcome.kind === 'died' || at.outcome.kind === 'threw');
  if (isLost || wrongs({ moments }) > 0) return 'bad';
  return moments.some(({ holdings }) => holdings.some((each) => each.isDue)) ? 'good' : 'open';
}

/** At how many points something is not as it must be. */
export function wrongs({ moments }: Pick<Life, 'moments'>): number {
  const holdings = moments.flatMap((moment) => moment.holdings);
  return holdings.filter(
    (each) => isMissed(each) || each.taken > 0 || each.overReleases > 0 || each.callsAfterRelease > 0,
  ).length;
}

/** Something is left, or too much is gone, where the helper has to hold none. */
export function isMissed({ isDue: due, helper }: Holding): boolean {
  return due && helper !== 0;
}
