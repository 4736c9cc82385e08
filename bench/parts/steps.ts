/**
 * What a call costs in the bridge, beside the same call in a plain loop over the vtable in the same process: entered as the
 * walker enters it, with a guard against exceptions, and as a whole recorded step.
 */
import type { RepeatOptions } from '../../harness/probe/walks.js';
import { walkOptions, withProbe } from '../probing.js';
import { inTurn } from '../rounds.js';
import type { Findings, Row } from '../table.js';

const times = 10_000_000;

export async function steps(rounds: number): Promise<Findings> {
  return withProbe(async (probe) => {
    const rows: Row[] = [];
    for (const [letter, name] of [
      ['p', 'Placeholder1'],
      ['h', 'HandsOffSession'],
    ] as const) {
      const nanoseconds = async (manner: RepeatOptions['manner']): Promise<number> =>
        ((await probe.repeat({ ...walkOptions, letter, times, manner })) * 1000) / times;
      const results = await inTurn(rounds, {
        raw: () => nanoseconds('raw'),
        unrecorded: () => nanoseconds('unrecorded'),
        recorded: () => nanoseconds('recorded'),
      });
      rows.push(
        { name: `${name}, plain loop`, unit: 'ns', spread: results.spread((of) => of('raw')) },
        { name: `${name}, entered by the bridge`, unit: 'ns', spread: results.spread((of) => of('unrecorded')) },
        {
          name: '  in calls of the plain loop',
          unit: '×',
          spread: results.spread((of) => of('unrecorded') / of('raw')),
          bound: { atMost: 1.6 },
        },
        { name: `${name}, recorded`, unit: 'ns', spread: results.spread((of) => of('recorded')) },
        {
          name: '  in calls of the plain loop',
          unit: '×',
          spread: results.spread((of) => of('recorded') / of('raw')),
          bound: { atMost: 3 },
        },
      );
    }
    return { rows, notes: [`${String(times)} calls each, in one child`] };
  });
}
