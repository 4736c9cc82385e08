/**
 * What a call costs in the bridge, beside the same call in a plain loop over the vtable in the same process: entered as the
 * walker enters it, with a guard against exceptions, and as a whole recorded step.
 */
import type { RepeatOptions } from '../../harness/probe/walks.js';
import { walkOptions, withProbe } from '../probing.js';
import { inTurn } from '../rounds.js';
import type { Findings, Row } from '../table.js';

const times = 2_000_000;

/** The calls that a plain loop can make; the rest of the alphabet is what the walker does between them. */
const calls = [
  ['i', 'GetIdentity'],
  ['s', 'GetIdentity, too small'],
  ['g', 'GetMapiSession and Release'],
  ['q', 'QueryInterface and Release'],
  ['p', 'Placeholder1'],
  ['h', 'HandsOffSession'],
] as const;

type Manner = RepeatOptions['manner'];

/** Nanoseconds of each call, by its letter. */
type Costs = ReadonlyMap<string, number>;

const sum = (costs: Costs): number => [...costs.values()].reduce((total, cost) => total + cost, 0);

function rowsOf(
  name: string,
  spread: (cost: (of: (manner: Manner) => Costs) => number) => Row['spread'],
  cost: (costs: Costs) => number,
  bounds: { readonly unrecorded?: Row['bound']; readonly recorded?: Row['bound'] } = {},
): Row[] {
  const row = (told: string, manner: Manner): Row => ({
    name: `${name}, ${told}`,
    unit: 'ns',
    spread: spread((of) => cost(of(manner))),
  });
  const ratio = (manner: 'unrecorded' | 'recorded'): Row => {
    const bound = bounds[manner];
    return {
      name: '  in calls of the plain loop',
      unit: '×',
      spread: spread((of) => cost(of(manner)) / cost(of('raw'))),
      ...(bound === undefined ? {} : { bound }),
    };
  };
  return [
    row('plain loop', 'raw'),
    row('entered by the bridge', 'unrecorded'),
    ratio('unrecorded'),
    row('recorded', 'recorded'),
    ratio('recorded'),
  ];
}

export async function steps(rounds: number): Promise<Findings> {
  return withProbe(async (probe) => {
    const costs = async (manner: Manner): Promise<Costs> => {
      const found = new Map<string, number>();
      for (const [letter] of calls)
        found.set(letter, ((await probe.repeat({ ...walkOptions, letter, times, manner })) * 1000) / times);
      return found;
    };
    const results = await inTurn<Manner, Costs>(rounds, {
      raw: () => costs('raw'),
      unrecorded: () => costs('unrecorded'),
      recorded: () => costs('recorded'),
    });
    const spread = (figure: (of: (manner: Manner) => Costs) => number): Row['spread'] => results.spread(figure);
    const bounds = { unrecorded: { atMost: 1.6 }, recorded: { atMost: 3 } };
    return {
      rows: [
        ...rowsOf('each call once', spread, sum, bounds),
        ...calls.flatMap(([letter, name]) => rowsOf(name, spread, (of) => of.get(letter) ?? Number.NaN)),
      ],
      notes: [`${String(times)} of each call, in one child`],
    };
  });
}
