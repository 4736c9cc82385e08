/** A helper that borrows its session, without a DLL: what trying sequences on it would bring, with a fault put into it. */
import type { End, Letter, Observation, Tried } from '../../harness/record/exploration.js';
import { letters } from '../../harness/record/exploration.js';

const outOfMemory = 0x8007000e;
const notImplemented = 0x80004001;

const nothing: Observation = {
  kind: 'returned',
  hresult: 0,
  value: 0,
  text: 0,
  out: 'none',
  age: null,
  initializes: 0,
  uninitializes: 0,
  logons: 0,
  failedLogons: 0,
  logoffs: 0,
  overReleases: 0,
  callsAfterRelease: 0,
  references: [],
};

const creation: Observation = { ...nothing, references: [1] };

export interface Life {
  /** The calls so far, this one included. */
  readonly calls: string;
  readonly held: number;
}

/** What a fault makes of a step; undefined: nothing. `die`: the process ends. */
export type Mistake = (letter: Letter, life: Life) => Partial<Observation> | 'die' | undefined;

/** Equal answers are one: there are millions. */
const kept = new Map<string, Observation>();

function answered(letter: Letter, life: Life, isThere: boolean): Observation {
  const key = letter + String(letter === 'n' || letter === 'o' ? life.held : isThere);
  const known = kept.get(key) ?? freshAnswer(letter, life, isThere);
  kept.set(key, known);
  return known;
}

function freshAnswer(letter: Letter, life: Life, isThere: boolean): Observation {
  switch (letter) {
    case 'i':
      return { ...nothing, value: 5, text: 77 };
    case 's':
      return { ...nothing, hresult: outOfMemory, value: 5 };
    case 'g':
      return { ...nothing, out: 'session', age: 0, references: [1] };
    case 'n':
    case 'o':
      if (life.held === 0) return { ...nothing, kind: 'skipped' };
      return { ...nothing, hresult: life.held + 1, references: [-1] };
    case 'h':
    case 'p':
      return { ...nothing, hresult: notImplemented };
    case 'q':
      return { ...nothing, value: 1 };
    case '2':
      return isThere ? nothing : { ...nothing, references: [1] };
  }
}

interface Lived {
  readonly observations: readonly Observation[];
  readonly end: End;
  /** The step in which the process came to its end. */
  readonly death: number | null;
}

function live(sequence: string, mistake: Mistake): Lived {
  const observations: Observation[] = [creation];
  let held = 0;
  let others = 0;
  for (const [at, character] of Array.from(sequence).entries()) {
    const letter = letters.find((each) => each === character) ?? 'p';
    const life = { calls: sequence.slice(0, at + 1), held };
    const wrong = mistake(letter, life);
    if (wrong === 'die') return { observations, end: endOf(others), death: at };
    const right = answered(letter, life, others > 0);
    observations.push(wrong === undefined ? right : { ...right, ...wrong });
    if (letter === 'g') held += 1;
    if ((letter === 'n' || letter === 'o') && held > 0) held -= 1;
    if (letter === '2') others = 1;
  }
  return { observations, end: endOf(others), death: null };
}

const none = { initialized: 0, logons: 0, logoffs: 0, overReleases: 0, callsAfterRelease: 0 };
const lastOfOne: End = { kind: 'returned', counts: [0], references: [1], ...none };
const lastOfTwo: End = { ...lastOfOne, counts: [0, 0] };

function endOf(others: number): End {
  return others === 0 ? lastOfOne : lastOfTwo;
}

/** Tries sequences out as a probe does: equal things once, and nothing behind a death. */
export function simulated(mistake: Mistake = () => undefined): (sequences: readonly string[]) => Promise<Tried> {
  return async (sequences) => {
    const numbers = new Map<unknown, number>();
    const tried: Tried = { observations: [], ends: [], runs: [], death: null };
    const placeOf = <Item>(item: Item, list: Item[]): number => {
      const known = numbers.get(item) ?? list.push(item) - 1;
      numbers.set(item, known);
      return known;
    };
    for (const sequence of sequences) {
      const { observations, end, death } = live(sequence, mistake);
      if (death !== null) return { ...tried, death: { sequence, step: death } };
      const steps = observations.map((each) => placeOf(each, tried.observations));
      tried.runs.push([...steps, placeOf(end, tried.ends)]);
    }
    return tried;
  };
}
