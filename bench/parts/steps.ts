/**
 * What a call costs in the bridge, beside the same call in a plain loop over the vtable in the same process: entered as the
 * walker enters it, with a guard against exceptions, and as a whole recorded step.
 */
import { calls, callsNote, costsOf, together, type Costs, type Manner } from '../calls.js';
import { withProbe } from '../probing.js';
import { inTurn } from '../rounds.js';
import type { Findings, Row } from '../table.js';

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
    const results = await inTurn<Manner, Costs>(rounds, {
      raw: () => costsOf(probe, 'raw'),
      unrecorded: () => costsOf(probe, 'unrecorded'),
      recorded: () => costsOf(probe, 'recorded'),
    });
    const spread = (figure: (of: (manner: Manner) => Costs) => number): Row['spread'] => results.spread(figure);
    const bounds = { unrecorded: { atMost: 1.6 }, recorded: { atMost: 3 } };
    return {
      rows: [
        ...rowsOf('each call once', spread, together, bounds),
        ...calls.flatMap(([letter, name]) => rowsOf(name, spread, (of) => of.get(letter) ?? Number.NaN)),
      ],
      notes: [callsNote],
    };
  });
}
