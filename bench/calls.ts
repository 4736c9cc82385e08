/** The calls that are timed one by one, again and again on one helper, and what each of them costs. */
import type { Probe } from '../harness/probe/probe.js';
import type { RepeatOptions } from '../harness/probe/walks.js';
import { walkOptions } from './probing.js';

const times = 2_000_000;

/** The calls that a plain loop can make; the rest of the alphabet is what the walker does between them. */
export const calls = [
  ['i', 'GetIdentity'],
  ['s', 'GetIdentity, too small'],
  ['g', 'GetMapiSession and Release'],
  ['q', 'QueryInterface and Release'],
  ['p', 'Placeholder1'],
  ['h', 'HandsOffSession'],
] as const;

export const callsNote = `${String(times)} of each call, in one child`;

export type Manner = RepeatOptions['manner'];

/** Nanoseconds of each call, by its letter. */
export type Costs = ReadonlyMap<string, number>;

export const together = (costs: Costs): number => [...costs.values()].reduce((total, cost) => total + cost, 0);

export async function costsOf(probe: Probe, manner: Manner): Promise<Costs> {
  const found = new Map<string, number>();
  for (const [letter] of calls)
    found.set(letter, ((await probe.repeat({ ...walkOptions, letter, times, manner })) * 1000) / times);
  return found;
}
