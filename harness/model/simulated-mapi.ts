/** A MAPI in a few lines, that counts as the instrumented one does: for helpers that are simulated. */
import type { Observation } from '../record/exploration.js';

export class SimulatedSession {
  readonly origin: 'offered' | 'logon';
  references = 1;
  overReleases = 0;
  callsAfterRelease = 0;

  constructor(origin: 'offered' | 'logon') {
    this.origin = origin;
  }

  addRef(): void {
    if (this.references === 0) this.callsAfterRelease += 1;
    this.references += 1;
  }

  release(): number {
    if (this.references === 0) this.overReleases += 1;
    else this.references -= 1;
    return this.references;
  }
}

const counters = ['initializes', 'uninitializes', 'logons', 'failedLogons', 'logoffs'] as const;

export class SimulatedMapi {
  initializes = 0;
  uninitializes = 0;
  logons = 0;
  failedLogons = 0;
  logoffs = 0;
  /** The newest first. */
  readonly sessions: SimulatedSession[] = [];
  #failures: number;

  constructor(failLogons: number, session: 'offered' | 'withheld') {
    this.#failures = failLogons;
    if (session === 'offered') this.sessions.push(new SimulatedSession('offered'));
  }

  get offered(): SimulatedSession | null {
    return this.sessions.find(({ origin }) => origin === 'offered') ?? null;
  }

  initialize(): void {
    this.initializes += 1;
  }

  uninitialize(): void {
    this.uninitializes += 1;
  }

  /** null: the logon failed. */
  logon(): SimulatedSession | null {
    if (this.#failures > 0) {
      this.#failures -= 1;
      this.failedLogons += 1;
      return null;
    }
    this.logons += 1;
    const session = new SimulatedSession('logon');
    this.sessions.unshift(session);
    return session;
  }

  logoff(): void {
    this.logoffs += 1;
  }

  /** What is counted from now on until `changes` is called. */
  watch(): { readonly changes: () => Omit<Observation, 'kind' | 'hresult' | 'value' | 'text' | 'out' | 'age'> } {
    const before = { ...this.#totals() };
    const known = new Map(this.sessions.map((session) => [session, session.references]));
    return {
      changes: () => {
        const now = this.#totals();
        const references = this.sessions.map((session) => session.references - (known.get(session) ?? 0));
        return { ...difference(now, before), references: withoutTrailingZeroes(references) };
      },
    };
  }

  #totals(): Totals {
    const sum = (what: 'overReleases' | 'callsAfterRelease'): number =>
      this.sessions.reduce((total, session) => total + session[what], 0);
    const { initializes, uninitializes, logons, failedLogons, logoffs } = this;
    return {
      initializes,
      uninitializes,
      logons,
      failedLogons,
      logoffs,
      overReleases: sum('overReleases'),
      callsAfterRelease: sum('callsAfterRelease'),
    };
  }
}

type Totals = Pick<Observation, (typeof counters)[number] | 'overReleases' | 'callsAfterRelease'>;

function difference(now: Totals, before: Totals): Totals {
  return {
    initializes: now.initializes - before.initializes,
    uninitializes: now.uninitializes - before.uninitializes,
    logons: now.logons - before.logons,
    failedLogons: now.failedLogons - before.failedLogons,
    logoffs: now.logoffs - before.logoffs,
    overReleases: now.overReleases - before.overReleases,
    callsAfterRelease: now.callsAfterRelease - before.callsAfterRelease,
  };
}

export function withoutTrailingZeroes(numbers: readonly number[]): number[] {
  return numbers.slice(0, numbers.findLastIndex((number) => number !== 0) + 1);
}
