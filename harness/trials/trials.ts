/** Tries sequences that are made at random until one fails, and makes that one as short as it can be. */
import type { Behaviour } from '../model/behaviour.js';
import type { Facts } from '../model/state.js';
import type { Tried } from '../record/exploration.js';
import type { FailingSequence, Trials } from '../record/trials.js';
import { deathIn, RunJudge, type Fault, type Numbered } from '../model/judge-runs.js';
import { sequenceBatch, shrink, type Shrunk } from './random-sequences.js';
import { shorten, type FirstFailing } from './shorten.js';

export interface TrialsOptions {
  readonly seed: number;
  /** How many sequences are to be tried. */
  readonly count: number;
  readonly behaviour: Behaviour;
  readonly facts: Omit<Facts, 'failLogons'>;
  readonly tryOut: (sequences: readonly string[], failLogons: number) => Promise<Tried>;
  readonly tell?: (done: number, of: number) => void;
}

/** What was found, before it is spelled out. */
export type Failing = Omit<FailingSequence, 'yaml' | 'cpp'>;
export type Searched = Omit<Trials, 'failing'> & { readonly failing: Failing | null };

export const batchSize = 2_000;

/** Of so many batches the last is tried while the first logon fails. */
const batchesPerRefusal = 4;

/** Each batch has a seed of its own, made of the run's so that neighbours have none in common. */
export function batchSeed(seed: number, batch: number): number {
  return seed ^ Math.imul(batch, 0x9e3779b1);
}

interface Found {
  readonly seed: number;
  readonly place: number;
  readonly failLogons: number;
  readonly sequence: string;
  readonly fault: Fault;
  readonly tried: Tried;
}

/** One world: what is open in it has been answered there. */
class World {
  readonly #options: TrialsOptions;
  readonly #failLogons: number;
  readonly #judge: RunJudge;

  constructor(options: TrialsOptions, failLogons: number) {
    this.#options = options;
    this.#failLogons = failLogons;
    this.#judge = new RunJudge(options.behaviour, { ...options.facts, failLogons });
  }

  tryOut(sequences: readonly string[]): Promise<Tried> {
    return this.#options.tryOut(sequences, this.#failLogons);
  }

  /** The first of the sequences that fails; what the others answered binds those that are tried later, if it `learns`. */
  firstFault(
    sequences: readonly string[],
    tried: Tried,
    learns: boolean,
  ): { readonly place: number; readonly fault: Fault } | undefined {
    const batch: Numbered = this.#judge.numbered(tried);
    for (const place of tried.runs.keys()) {
      const fault = this.#judge.faultIn(sequences[place] ?? '', place, batch, learns);
      if (fault !== undefined) return { place, fault };
    }
    const { death } = tried;
    return death === null
      ? undefined
      : { place: tried.runs.length, fault: deathIn(sequences[tried.runs.length] ?? '', death) };
  }

  readonly firstFailing: FirstFailing = async (candidates) => {
    const tried = await this.tryOut(candidates);
    return this.firstFault(candidates, tried, false)?.place;
  };
}

/** A death costs a process for every candidate that fails as well; lists of candidates have one at most. */
async function madeSmaller({ seed, place, sequence, fault }: Found, world: World): Promise<Shrunk> {
  const path = String(place);
  const fails = async (candidate: string): Promise<boolean> => (await world.firstFailing([candidate])) !== undefined;
  if (!(await fails(sequence))) return { sequence, path };
  const isDeath = fault.violations.some(({ statement }) => statement === 'abi/no-crash');
  const shrunk = isDeath ? { sequence, path } : await shrink(seed, place, fails);
  return { ...shrunk, sequence: await shorten(shrunk.sequence, world.firstFailing) };
}

/** What the batch tells of the sequence and, before it, of the earlier one. */
function onlyThese(places: readonly number[], tried: Tried): Tried {
  return { ...tried, runs: places.flatMap((place) => [tried.runs[place] ?? []]) };
}

async function spelledShort(found: Found, world: World): Promise<Failing> {
  const { seed, place, failLogons, sequence, tried } = found;
  const { sequence: shrunk, path } = await madeSmaller(found, world);
  const again = await world.tryOut([shrunk]);
  const seen = world.firstFault([shrunk], again, false);
  // A helper that does not do it again has done it all the same.
  if (seen === undefined) {
    const isDeath = place >= tried.runs.length;
    return {
      sequence,
      seed,
      path: String(place),
      failLogons,
      shrunk: sequence,
      sequences: [sequence],
      tried: onlyThese(isDeath ? [] : [place], { ...tried, death: isDeath ? tried.death : null }),
    };
  }
  const { earlier } = seen.fault;
  const sequences = earlier === undefined ? [shrunk] : [earlier, shrunk];
  const evidence = earlier === undefined ? again : await world.tryOut(sequences);
  return { sequence, seed, path, failLogons, shrunk, sequences, tried: evidence };
}

/** The seed and the number decide what is tried: the same ones bring the same again. */
export async function trySequences(options: TrialsOptions): Promise<Searched> {
  const { seed, count, tell } = options;
  const worlds = [new World(options, 0), new World(options, 1)] as const;
  const done = { seed, asked: count, sequences: 0, steps: 0 };
  for (let batch = 0; done.sequences < count; batch += 1) {
    const ofBatch = batchSeed(seed, batch);
    const sequences = sequenceBatch(ofBatch, Math.min(batchSize, count - done.sequences));
    const failLogons = batch % batchesPerRefusal === batchesPerRefusal - 1 ? 1 : 0;
    const world = worlds[failLogons];
    const tried = await world.tryOut(sequences);
    const first = world.firstFault(sequences, tried, true);
    done.sequences += tried.runs.length;
    done.steps += sequences.slice(0, tried.runs.length).reduce((sum, { length }) => sum + length, 0);
    tell?.(done.sequences, count);
    if (first !== undefined) {
      const sequence = sequences[first.place] ?? '';
      const found = { seed: ofBatch, place: first.place, failLogons, sequence, fault: first.fault, tried };
      return { ...done, failing: await spelledShort(found, world) };
    }
    if (tried.givenUp !== undefined) return { ...done, failing: null, givenUp: tried.givenUp };
    if (tried.runs.length < sequences.length) throw new Error('sequences were tried, and nothing came back of them');
  }
  return { ...done, failing: null };
}
