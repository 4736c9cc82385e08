/** The most that a run's processes have had resident at any time. */
import { bareStart, runOf } from '../commands.js';
import { inTurn } from '../rounds.js';
import type { Findings } from '../table.js';
import { time } from '../timing.js';

export async function memory(rounds: number): Promise<Findings> {
  const bare = await bareStart();
  const example = ['--example', 'own-session'];
  const results = await inTurn(rounds, {
    bare: () => time(bare),
    run: () => time(runOf(example)),
  });
  return {
    rows: [
      { name: 'bare start of the stack', unit: 'MB', spread: results.spread((of) => of('bare').ownMegabytes) },
      { name: 'run, its child', unit: 'MB', spread: results.spread((of) => of('run').childMegabytes) },
      {
        name: '  above the bare start',
        unit: 'MB',
        spread: results.spread((of) => of('run').childMegabytes - of('bare').ownMegabytes),
        bound: { atMost: 40 },
      },
      {
        name: 'run, its controller',
        unit: 'MB',
        spread: results.spread((of) => of('run').ownMegabytes),
        bound: { atMost: 150 },
      },
    ],
    notes: ['peaks of resident memory (VmHWM), where there is /proc'],
  };
}
