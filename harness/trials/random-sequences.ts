/**
 * Sequences made at random. A fault that lies deep is one of repetition: the ninth session, the twelfth hand-off, three
 * times the same three calls. So a sequence is made of short words, each repeated a few times: what needs thirty letters
 * chosen one by one needs a word of two and a number here.
 */
import { array, asyncProperty, check, constantFrom, integer, sample, tuple, type Arbitrary } from 'fast-check';

import { letters } from '../record/exploration.js';

/** More letters than the deepest fault that was thought of needs, and few enough to be read. */
export const longestSequence = 60;
const longestWord = 4;
const mostRepetitions = 15;
const mostWords = 6;

function sequences(): Arbitrary<string> {
  const word = array(constantFrom(...letters), { minLength: 1, maxLength: longestWord });
  const repeated = tuple(word, integer({ min: 1, max: mostRepetitions }));
  return array(repeated, { minLength: 1, maxLength: mostWords }).map((words) =>
    words
      .map(([chosen, times]) => chosen.join('').repeat(times))
      .join('')
      .slice(0, longestSequence),
  );
}

/** The same seed makes the same ones, in the same order. */
export function sequenceBatch(seed: number, count: number): string[] {
  return sample(sequences(), { seed, numRuns: count });
}

export interface Shrunk {
  readonly sequence: string;
  /** fast-check's: with the seed it makes the sequence. */
  readonly path: string;
}

/**
 * What fast-check makes of the sequence at that place of the batch: it tries smaller ones, one after the other, and goes
 * on from each that fails as well.
 */
export async function shrink(
  seed: number,
  place: number,
  fails: (sequence: string) => Promise<boolean>,
): Promise<Shrunk> {
  const property = asyncProperty(sequences(), async (sequence) => !(await fails(sequence)));
  const { counterexample, counterexamplePath } = await check(property, { seed, path: String(place), numRuns: 1 });
  const path = counterexamplePath ?? String(place);
  return { sequence: counterexample?.[0] ?? sequenceAt(seed, path), path };
}

/** What seed and path stand for. */
export function sequenceAt(seed: number, path: string): string {
  const [sequence = ''] = sample(sequences(), { seed, path, numRuns: 1 });
  return sequence;
}
