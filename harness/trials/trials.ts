/** Tries sequences that are made at random until one fails, and makes that one as short as it can be. */
import type { Behaviour } from '../model/behaviour.js';
import type { Facts } from '../model/state.js';
import type { Tried } from '../record/exploration.js';
import type { FailingSequence, Trials } from '../record/trials.js';
import { violatesMust } from '../model/gravest.js';
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

interface Placed {
  readonly place: number;
  readonly fault: Fault;
}

interface Found extends Placed {
  readonly seed: number;
  readonly failLogons: number;
  readonly sequence: string;
  readonly tried: Tried;
  readonly world: World;
}

/** Of two that are known the one to tell of: one that violates a MUST, or else the one that was found first. */
function graver<Faulty extends Placed>(known: Faulty | undefined, fresh: Faulty | undefined): Faulty | undefined {
  if (known === undefined || fresh === undefined) return known ?? fresh;
  return violatesMust(fresh.fault) && !violatesMust(known.fault) ? fresh : known;
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

  /** Those of the sequences that fail, in order; what the others answered binds those that are tried later, if it `learns`. */
  *faults(sequences: readonly string[], tried: Tried, learns: boolean): Generator<Placed> {
    const batch: Numbered = this.#judge.numbered(tried);
    for (const place of tried.runs.keys()) {
      const fault = this.#judge.faultIn(sequences[place] ?? '', place, batch, learns);
      if (fault !== undefined) yield { place, fault };
    }
    const { death } = tried;
    const place = tried.runs.length;
    if (death !== null) yield { place, fault: deathIn(sequences[place] ?? '', death) };
  }

  /** The first that violates a MUST, or else the first. */
  worstFault(sequences: readonly string[], tried: Tried): Placed | undefined {
    let worst: Placed | undefined;
    for (const found of this.faults(sequences, tried, true)) {
      worst = graver(worst, found);
      if (violatesMust(found.fault)) break;
    }
    return worst;
  }

  /** Among sequences that were made of one that fails: what takes its place has to be as grave. */
  firstAsGraveAs({ fault }: Placed, candidates: readonly string[], tried: Tried): Placed | undefined {
    for (const found of this.faults(candidates, tried, false))
      if (violatesMust(found.fault) || !violatesMust(fault)) return found;
    return undefined;
  }
}

/** A death costs a process for every candidate that fails as well; lists of candidates have one at most. */
async function madeSmaller(found: Found): Promise<Shrunk> {
  const { seed, place, sequence, fault, world } = found;
  const path = String(place);
  const firstFailing: FirstFailing = async (candidates) =>
    world.firstAsGraveAs(found, candidates, await world.tryOut(candidates))?.place;
  const fails = async (candidate: string): Promise<boolean> => (await firstFailing([candidate])) !== undefined;
  if (!(await fails(sequence))) return { sequence, path };
  const isDeath = fault.violations.some(({ statement }) => statement === 'abi/no-crash');
  const shrunk = isDeath ? { sequence, path } : await shrink(seed, place, fails);
  return { ...shrunk, sequence: await shorten(shrunk.sequence, firstFailing) };
}

/** What the batch tells of the sequence and, before it, of the earlier one. */
function onlyThese(places: readonly number[], tried: Tried): Tried {
  return { ...tried, runs: places.flatMap((place) => [tried.runs[place] ?? []]) };
}

async function spelledShort(found: Found): Promise<Failing> {
  const { seed, place, failLogons, sequence, tried, world } = found;
  const { sequence: shrunk, path } = await madeSmaller(found);
  const again = await world.tryOut([shrunk]);
  const seen = world.firstAsGraveAs(found, [shrunk], again);
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

/**
 * The seed and the number decide what is tried: the same ones bring the same again. What is only recommended is told when
 * nothing graver came: a fault that shows in every second sequence would hide those that lie deep.
 */
export async function trySequences(options: TrialsOptions): Promise<Searched> {
  const { seed, count, tell } = options;
  const worlds = [new World(options, 0), new World(options, 1)] as const;
  const done = { seed, asked: count, sequences: 0, steps: 0 };
  let found: Found | undefined;
  let givenUp: string | undefined;
  for (let batch = 0; done.sequences < count && givenUp === undefined; batch += 1) {
    const ofBatch = batchSeed(seed, batch);
    const sequences = sequenceBatch(ofBatch, Math.min(batchSize, count - done.sequences));
    const failLogons = batch % batchesPerRefusal === batchesPerRefusal - 1 ? 1 : 0;
    const world = worlds[failLogons];
    const tried = await world.tryOut(sequences);
    const worst = world.worstFault(sequences, tried);
    done.sequences += tried.runs.length;
    done.steps += sequences.slice(0, tried.runs.length).reduce((sum, { length }) => sum + length, 0);
    tell?.(done.sequences, count);
    const fresh = worst && {
      ...worst,
      seed: ofBatch,
      failLogons,
      sequence: sequences[worst.place] ?? '',
      tried,
      world,
    };
    found = graver(found, fresh);
    if (found !== undefined && violatesMust(found.fault)) break;
    ({ givenUp } = tried);
  }
  const failing = found === undefined ? null : await spelledShort(found);
  return { ...done, failing, ...(givenUp === undefined ? {} : { givenUp }) };
}
