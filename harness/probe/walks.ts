/** What a probe can do with sequences of calls, which the child runs natively and tells of in few words. */
import {
  deepest,
  letters,
  sequencesUpTo,
  type Exploration,
  type Letter,
  type Tried,
  type Twist,
} from '../record/exploration.js';
import { soakLife, type Soak } from '../record/soak.js';
import { placesIn, type WalkRecord } from '../record/walk-record.js';
import type { Script } from '../script/step.js';
import { HarnessFault } from './harness-fault.js';
import { spelled } from './walk-place.js';
import type { Walked, WalkRunner } from './walk-runner.js';

/** What all sequences of a request have in common. */
export interface WalkOptions {
  /** What each helper is made with. */
  readonly session: 'offered' | 'withheld';
  readonly profile: string;
  readonly apartment: Script['apartment'];
  /** Told now and then how far it is. */
  readonly tell?: (done: number, of: number) => void;
}

export interface ExploreOptions extends WalkOptions {
  /** From 1 to `deepest`. */
  readonly depth: number;
  /** So many logons of each sequence fail at first. */
  readonly failLogons: number;
  /** What is otherwise in each sequence than usually. */
  readonly twist?: Twist;
}

export interface TryOutOptions extends WalkOptions {
  readonly sequences: readonly string[];
  readonly failLogons: number;
}

export interface SoakOptions extends WalkOptions {
  readonly cycles: number;
  /** How many samples are taken, evenly, beside the one before the first cycle. */
  readonly samples: number;
}

export interface RepeatOptions extends WalkOptions {
  /** `g` is followed by the release of what came; `n`, `o` and `2` can only be `recorded`. */
  readonly letter: Letter;
  readonly times: number;
  /**
   * `raw`: a loop around the method itself, as a client in C++ has it; `unrecorded`: as a walk enters it; `recorded`: a
   * step of a walk, compared with the one before.
   */
  readonly manner: 'raw' | 'unrecorded' | 'recorded';
}

export interface Walks {
  explore(options: ExploreOptions): Promise<Exploration>;
  tryOut(options: TryOutOptions): Promise<Tried>;
  soak(options: SoakOptions): Promise<Soak>;
}

/** What has a child walk. */
type Walking = Pick<WalkRunner, 'walk'>;

const common = ({ session, profile, apartment }: WalkOptions): object => ({ session, profile, apartment });

type Kind = WalkRecord['record'];

/** The records of one kind, in order. */
function ofKind<K extends Kind>({ records }: Walked, kind: K): Extract<WalkRecord, { record: K }>[] {
  return records.filter((record): record is Extract<WalkRecord, { record: K }> => record.record === kind);
}

const stepsUpTo = (depth: number): number =>
  Array.from({ length: depth }, (_, at) => (at + 1) * letters.length ** (at + 1)).reduce((sum, of) => sum + of, 0);

/** The child has room for so many different answers, which is far more than a helper has that answers by some rule. */
const noRoom = 'the helper answered in so many different ways that there was no room for more';

/** What there is of an exploration when it has come to its end, or to one. `asked`: how deep the last child was to go. */
function explored(
  walked: Walked,
  asked: number,
  world: Pick<Exploration, 'failLogons' | 'twist'>,
  death: Exploration['death'],
): Exploration {
  const [summary] = ofKind(walked, 'explored');
  const depth = summary?.depth ?? 0;
  const givenUp = walked.givenUp ?? (depth < asked ? noRoom : undefined);
  return {
    depth,
    ...world,
    sequences: summary === undefined ? 0 : sequencesUpTo(depth),
    steps: stepsUpTo(depth),
    micros: summary?.micros ?? 0,
    observations: ofKind(walked, 'observations').flatMap(({ items }) => items),
    ends: ofKind(walked, 'ends').flatMap(({ items }) => items),
    nodes: ofKind(walked, 'nodes').flatMap(({ items }) => items),
    deviations: (summary?.deviations ?? []).map(({ number, length, ...deviation }) => ({
      sequence: spelled(length, number),
      ...deviation,
    })),
    ...(summary?.untold === undefined ? {} : { untold: summary.untold }),
    death,
    ...(givenUp === undefined ? {} : { givenUp }),
  };
}

/** A death ends it; what is told of the lengths before was found out by another child. */
export async function explore(runner: Walking, options: ExploreOptions): Promise<Exploration> {
  const { failLogons, twist, tell } = options;
  const world = { failLogons, ...(twist === undefined ? {} : { twist }) };
  if (options.depth < 1 || options.depth > deepest) throw new RangeError(`a depth is from 1 to ${String(deepest)}`);
  let death: Exploration['death'] = null;
  for (let depth = options.depth; ;) {
    const walked = await runner.walk(
      { op: 'explore', ...common(options), ...world, depth },
      {
        of: sequencesUpTo(depth),
        doneAt: ({ length, number }) => (length === 0 ? 0 : sequencesUpTo(Math.min(length, depth) - 1) + number),
        longest: depth,
        tell,
      },
    );
    if (walked.death === undefined) return explored(walked, depth, world, death);
    const { fault, place } = walked.death;
    const length = Math.min(place.length, depth);
    death = { sequence: spelled(length, place.number), step: Math.min(place.step, length), story: fault.story };
    if (length === 0) return explored({ records: [] }, 0, world, death);
    depth = length - 1;
  }
}

const longestOf = (sequences: readonly string[]): number =>
  sequences.reduce((most, { length }) => Math.max(most, length), 0);

/** The runs before a death are those of another child. */
export async function tryOut(runner: Walking, options: TryOutOptions): Promise<Tried> {
  const { failLogons, tell } = options;
  let death: Tried['death'] = null;
  for (let { sequences } = options; ;) {
    const walked = await runner.walk(
      { op: 'tryOut', ...common(options), failLogons, sequences },
      { of: sequences.length, doneAt: ({ number }) => number, longest: longestOf(sequences), tell },
    );
    if (walked.death === undefined) {
      const runs = ofKind(walked, 'runs').flatMap(({ items }) => items.map(placesIn));
      const givenUp = walked.givenUp ?? (runs.length < sequences.length ? noRoom : undefined);
      return {
        observations: ofKind(walked, 'observations').flatMap(({ items }) => items),
        ends: ofKind(walked, 'ends').flatMap(({ items }) => items),
        runs,
        death,
        ...(givenUp === undefined ? {} : { givenUp }),
      };
    }
    const { fault, place } = walked.death;
    const number = Math.min(place.number, sequences.length - 1);
    const sequence = sequences[number] ?? '';
    death = { sequence, step: Math.min(place.step, sequence.length), story: fault.story };
    sequences = sequences.slice(0, number);
  }
}

/** A death ends it; the samples before are kept. */
export async function soak(runner: Walking, options: SoakOptions): Promise<Soak> {
  const { cycles, samples, tell } = options;
  const walked = await runner.walk(
    { op: 'soak', ...common(options), failLogons: 0, life: soakLife, cycles, samples },
    { of: cycles, doneAt: ({ number }) => number, longest: soakLife.length, tell },
  );
  const taken = ofKind(walked, 'sample');
  const last = taken.at(-1);
  const { death, givenUp } = walked;
  return {
    cycles: last?.sample.cycle ?? 0,
    micros: last?.micros ?? 0,
    samples: taken.map(({ sample }) => sample),
    ...(last === undefined || last.changed === 0 ? {} : { changed: last.changed }),
    death:
      death === undefined
        ? null
        : {
            cycle: Math.min(death.place.number, cycles),
            step: Math.min(death.place.step, soakLife.length),
            story: death.fault.story,
          },
    ...(givenUp === undefined ? {} : { givenUp }),
  };
}

/** @throws HarnessFault when it did not come to its end. */
export async function repeat(runner: Walking, options: RepeatOptions): Promise<number> {
  const { letter, times, manner } = options;
  const walked = await runner.walk(
    { op: 'repeat', ...common(options), failLogons: 0, letter, times, manner },
    { of: times, doneAt: ({ number }) => number, longest: 1 },
  );
  const [repeated] = ofKind(walked, 'repeated');
  const why = walked.death?.fault.story ?? walked.givenUp ?? 'nothing was told';
  if (repeated === undefined) throw new HarnessFault(`a call could not be repeated: ${why}`);
  return repeated.micros;
}
