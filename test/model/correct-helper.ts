/** A helper as the documents want it, in a few lines: runs scripts of the alphabet, and gives their transcripts. */
import { hresults } from '../../harness/catalogue/hresults.js';
import type { Transcript } from '../../harness/record/run-record.js';
import type { Outcome, ProviderCounters, SessionCounters } from '../../harness/record/transcript.js';
import type { Script, Step } from '../../harness/script/step.js';
import { session } from '../engine/transcripts.js';

interface Life {
  references: number;
  /** The provider's number of the session that it keeps. */
  kept: number | undefined;
}

type Counted = { -readonly [Name in keyof SessionCounters]: SessionCounters[Name] };

/** What a mutant does instead. */
export interface Mistakes {
  /** HandsOffSession keeps the session. */
  readonly keeps?: boolean;
  /** GetMapiSession does not count the pointer that it gives. */
  readonly forgetsToCount?: boolean;
}

class World {
  readonly #behaviour: 'own' | 'borrowed';
  readonly #mistakes: Mistakes;
  readonly #profile: string;
  readonly #sessions: Counted[] = [];
  readonly #helpers = new Map<string, Life>();
  readonly #held = new Map<string, number>();
  #initializes = 0;
  #uninitializes = 0;

  constructor(behaviour: 'own' | 'borrowed', profile: string, mistakes: Mistakes) {
    this.#behaviour = behaviour;
    this.#profile = profile;
    this.#mistakes = mistakes;
  }

  counters(): ProviderCounters {
    return {
      initializes: this.#initializes,
      uninitializes: this.#uninitializes,
      logons: this.#sessions.filter(({ origin }) => origin === 'logon').length,
      failedLogons: 0,
      sessions: this.#sessions.map((each) => ({ ...each })),
    };
  }

  do(step: Step): Outcome {
    if (step.do === 'create') return this.#create(step.as);
    if (step.do === 'release' && this.#held.has(step.on)) return this.#releaseSession(step.on);
    const life = 'on' in step ? this.#helpers.get(step.on) : undefined;
    if (life === undefined) return 'on' in step ? { kind: 'unreached', why: 'no such object' } : { kind: 'returned' };
    switch (step.do) {
      case 'query':
        life.references += 1;
        if (step.as !== undefined) this.#helpers.set(step.as, life);
        return { kind: 'returned', hresult: 0, out: { pointer: 'p1', session: null } };
      case 'release':
        return this.#release(life);
      case 'placeholder1':
        return { kind: 'returned', hresult: hresults.E_NOTIMPL };
      case 'getIdentity':
        return this.#identity(typeof step.pcch === 'number' ? step.pcch : 0);
      case 'getMapiSession':
        return this.#get(life, step.as ?? '');
      case 'handsOffSession':
        if (this.#behaviour === 'borrowed') return { kind: 'returned', hresult: hresults.E_NOTIMPL };
        this.#letGo(life);
        return { kind: 'returned', hresult: 0 };
      default:
        return { kind: 'returned' };
    }
  }

  #count(id: number, change: number): number {
    const found = this.#sessions.find((each) => each.id === id);
    if (found === undefined) throw new Error(`no session ${String(id)}`);
    found.references += change;
    return found.references;
  }

  #create(name: string): Outcome {
    const life: Life = { references: 1, kept: undefined };
    if (this.#behaviour === 'borrowed') {
      if (this.#sessions.length === 0) this.#sessions.push(session({ id: 1, origin: 'offered', references: 1 }));
      life.kept = 1;
      this.#count(1, 1);
    }
    this.#helpers.set(name, life);
    return { kind: 'returned', hresult: 0, out: { pointer: 'p1', session: null } };
  }

  #get(life: Life, name: string): Outcome {
    if (life.kept === undefined) {
      this.#initializes += 1;
      life.kept = this.#sessions.length + 1;
      this.#sessions.push(session({ id: life.kept, origin: 'logon', references: 1 }));
    }
    this.#count(life.kept, this.#mistakes.forgetsToCount === true ? 0 : 1);
    this.#held.set(name, life.kept);
    return { kind: 'returned', hresult: 0, out: { pointer: 'p2', session: life.kept } };
  }

  #letGo(life: Life): void {
    if (life.kept === undefined || this.#mistakes.keeps === true) return;
    if (this.#behaviour === 'own') this.#uninitializes += 1;
    this.#count(life.kept, -1);
    life.kept = undefined;
  }

  #release(life: Life): Outcome {
    life.references -= 1;
    if (life.references === 0) this.#letGo(life);
    return { kind: 'returned', count: life.references };
  }

  #releaseSession(name: string): Outcome {
    const count = this.#count(this.#held.get(name) ?? 0, -1);
    this.#held.delete(name);
    return { kind: 'returned', count };
  }

  #identity(capacity: number): Outcome {
    const size = this.#profile.length + 1;
    const pcch = { before: capacity, after: size };
    if (capacity < size) return { kind: 'returned', hresult: hresults.E_OUTOFMEMORY, pcch, buffer: imageOf('', null) };
    return { kind: 'returned', hresult: 0, pcch, buffer: imageOf(`${this.#profile}\0`, [0, size - 1]) };
  }
}

function imageOf(
  text: string,
  changed: [number, number] | null,
): NonNullable<Extract<Outcome, { kind: 'returned' }>['buffer']> {
  const image = Array.from({ length: text.length }, (_, at) => text.charCodeAt(at).toString(16).padStart(4, '0')).join(
    '',
  );
  return { image, changed, changedBefore: 0, changedBehind: 0 };
}

export function lived(behaviour: 'own' | 'borrowed', script: Script, mistakes: Mistakes = {}): Transcript {
  const world = new World(behaviour, script.profile, mistakes);
  const steps = script.steps.map((step) => {
    const outcome = world.do(step);
    return { outcome, provider: world.counters(), events: [], micros: 1 };
  });
  return { script, steps };
}
