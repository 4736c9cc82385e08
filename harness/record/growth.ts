/** Whether what a process held grew while helper after helper lived in it, by the samples that were taken meanwhile. */
import type { Soak, SoakSample } from './soak.js';

export const measures = [
  'references',
  'sessions',
  'handles',
  'threads',
  'privateBytes',
  'gdiObjects',
  'userObjects',
] as const satisfies (keyof SoakSample)[];

export type Measure = (typeof measures)[number];

/**
 * What may come and go without being a leak. References and sessions are counted by the instrumented MAPI, when no helper
 * lives, so there is nothing to allow; the others are the whole process's, with all that its system does on the side:
 * references and correct helpers stayed below a quarter of these in ten million cycles.
 */
const allowances: Readonly<Record<Measure, number>> = {
  references: 0,
  sessions: 0,
  handles: 9,
  threads: 2,
  privateBytes: 320 * 1024,
  gdiObjects: 4,
  userObjects: 4,
};

/** By the harness's own account, to the last one: a single rise that stays is one. */
const exact: ReadonlySet<Measure> = new Set<Measure>(['references', 'sessions']);

/** The part of the cycles in which caches fill and pools are made. */
export const warmUp = 0.1;

/** Fewer tell a leak from chance no more. */
const fewestSamples = 12;

export interface Growth {
  readonly measure: Measure;
  /** What the least of the last third has more than the most of the first: it came, and stayed. */
  readonly rise: number;
  /** The median of the slopes between any two samples. */
  readonly perCycle: number;
  readonly isLeak: boolean;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? 0) + upper) / 2;
}

interface Point {
  readonly at: number;
  readonly value: number;
}

/** Not moved by a few values that are far off, as the mean would be. */
function medianSlope(points: readonly Point[]): number {
  return median(
    points.flatMap((one, index) =>
      points.slice(index + 1).map((other) => (other.value - one.value) / (other.at - one.at)),
    ),
  );
}

/** What grows goes on growing: something that is made once, however late, is no leak. */
function keepsRising(values: readonly number[]): boolean {
  const part = values.length / 4;
  const [first = 0, ...others] = [0, 1, 2, 3].map((quarter) =>
    median(values.slice(Math.round(quarter * part), Math.round((quarter + 1) * part))),
  );
  let before = first;
  return others.every((each) => {
    const rises = each > before;
    before = each;
    return rises;
  });
}

/** The samples that count: those behind the warm-up. */
export function settled({ cycles, samples }: Soak): readonly SoakSample[] {
  return samples.filter(({ cycle }) => cycle > cycles * warmUp);
}

/** Undefined: there are too few samples to tell. */
export function growthOf(soak: Soak, measure: Measure): Growth | undefined {
  const samples = settled(soak);
  if (samples.length < fewestSamples) return undefined;
  const values = samples.map((sample) => sample[measure]);
  const third = Math.floor(values.length / 3);
  const rise = Math.min(...values.slice(-third)) - Math.max(...values.slice(0, third));
  const perCycle = medianSlope(samples.map((sample) => ({ at: sample.cycle, value: sample[measure] })));
  const isLeak = rise > allowances[measure] && (exact.has(measure) || keepsRising(values));
  return { measure, rise, perCycle, isLeak };
}
