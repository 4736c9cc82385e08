/** All sequences up to some length on a simulated helper, told as the bridge tells of a real one. */
import { failed, hresults } from '../catalogue/hresults.js';
import {
  letters,
  sequencesUpTo,
  type End,
  type Exploration,
  type Letter,
  type Observation,
} from '../record/exploration.js';
import type { SimulatedHelper } from './ideal-helpers.js';
import { SimulatedMapi, withoutTrailingZeroes, type SimulatedSession } from './simulated-mapi.js';
import { textHash } from './text-hash.js';

/** Makes a helper; a number is the code with which that failed. */
export type Factory = (mapi: SimulatedMapi, profile: string) => SimulatedHelper | number;

export interface Simulation {
  readonly depth: number;
  readonly failLogons: number;
  readonly session: 'offered' | 'withheld';
  readonly profile: string;
}

type Told = Pick<Observation, 'kind' | 'hresult' | 'value' | 'text' | 'out' | 'age'>;

const nothingTold: Told = { kind: 'returned', hresult: 0, value: 0, text: 0, out: 'none', age: null };
const skipped: Told = { ...nothingTold, kind: 'skipped' };
/** As a C++ exception of GCC's would have it. */
const threw: Told = { ...nothingTold, kind: 'threw', hresult: 0x2047_4343 };

/** Room for any name. */
const large = 256;

/** One life: the client, its helpers and the MAPI that counts. */
class Life {
  readonly #make: Factory;
  readonly #profile: string;
  readonly #mapi: SimulatedMapi;
  readonly #helpers: (SimulatedHelper | undefined)[] = [];
  #active = 0;
  readonly #held: (SimulatedSession | 'other')[] = [];

  constructor(make: Factory, { failLogons, session, profile }: Simulation) {
    this.#make = make;
    this.#profile = profile;
    this.#mapi = new SimulatedMapi(failLogons, session);
  }

  create(): Observation {
    return this.#watched(() => {
      const made = this.#make(this.#mapi, this.#profile);
      this.#helpers.push(typeof made === 'number' ? undefined : made);
      return { ...nothingTold, hresult: typeof made === 'number' ? made : 0 };
    });
  }

  step(letter: Letter): Observation {
    if (letter === '2') {
      this.#active = 1 - this.#active;
      return this.#helpers.length > this.#active ? this.#watched(() => nothingTold) : this.create();
    }
    return this.#watched(() => this.#call(letter));
  }

  end(): End {
    for (const held of this.#held.toReversed()) if (held !== 'other') held.release();
    const counts = this.#helpers.toReversed().map((helper) => helper?.end() ?? 0);
    const { sessions, initializes, uninitializes, logons, logoffs } = this.#mapi;
    const sum = (what: 'overReleases' | 'callsAfterRelease'): number =>
      sessions.reduce((total, session) => total + session[what], 0);
    return {
      kind: 'returned',
      counts: counts.toReversed(),
      references: withoutTrailingZeroes(sessions.map(({ references }) => references)),
      initialized: initializes - uninitializes,
      logons,
      logoffs,
      overReleases: sum('overReleases'),
      callsAfterRelease: sum('callsAfterRelease'),
    };
  }

  #watched(act: () => Told): Observation {
    const watched = this.#mapi.watch();
    let told: Told;
    try {
      told = act();
    } catch {
      told = threw;
    }
    return { ...told, ...watched.changes() };
  }

  #call(letter: Exclude<Letter, '2'>): Told {
    if (letter === 'n') return this.#release(this.#held.pop());
    if (letter === 'o') return this.#release(this.#held.shift());
    const helper = this.#helpers[this.#active];
    if (helper === undefined) return skipped;
    switch (letter) {
      case 'i':
      case 's': {
        const { hresult, size, text } = helper.getIdentity(letter === 'i' ? large : 1);
        return { ...nothingTold, hresult, value: size, text: text === null ? 0 : textHash(text) };
      }
      case 'g':
        return this.#get(helper);
      case 'h':
        return { ...nothingTold, hresult: helper.handsOffSession() };
      case 'p':
        return { ...nothingTold, hresult: helper.placeholder1() };
      case 'q': {
        const { hresult, count } = helper.query();
        return { ...nothingTold, hresult, value: count };
      }
    }
  }

  #get(helper: SimulatedHelper): Told {
    const { hresult, out } = helper.getMapiSession();
    if (out === 'null' || out === 'untouched') return { ...nothingTold, hresult, out };
    if (!failed(hresult)) this.#held.push(out);
    if (out === 'other') return { ...nothingTold, hresult, out };
    return { ...nothingTold, hresult, out: 'session', age: this.#mapi.sessions.indexOf(out) };
  }

  #release(held: SimulatedSession | 'other' | undefined): Told {
    if (held === undefined) return skipped;
    return { ...nothingTold, hresult: held === 'other' ? hresults.S_OK : held.release() };
  }
}

/** Gives equal things one place. */
class Places<Item> {
  readonly items: Item[] = [];
  readonly #places = new Map<string, number>();

  of(item: Item): number {
    const key = JSON.stringify(item);
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    this.#places.set(key, this.items.length);
    this.items.push(item);
    return this.items.length - 1;
  }
}

export function simulate(make: Factory, simulation: Simulation): Exploration {
  const observations = new Places<Observation>();
  const ends = new Places<End>();
  const nodes = new Places<number[]>();
  const nodeOf = (sequence: readonly Letter[]): number => {
    const life = new Life(make, simulation);
    let last = life.create();
    for (const letter of sequence) last = life.step(letter);
    const node = [observations.of(last), ends.of(life.end())];
    if (sequence.length < simulation.depth) node.push(...letters.map((letter) => nodeOf([...sequence, letter])));
    return nodes.of(node);
  };
  nodeOf([]);
  const { depth, failLogons } = simulation;
  const sequences = sequencesUpTo(depth);
  return {
    depth,
    failLogons,
    sequences,
    steps: Array.from({ length: depth }, (_, at) => (at + 1) * letters.length ** (at + 1)).reduce((a, b) => a + b, 0),
    micros: 0,
    observations: observations.items,
    ends: ends.items,
    nodes: nodes.items,
    deviations: [],
    death: null,
  };
}
