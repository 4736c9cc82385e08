/** The most that a run's processes have had resident at any time, and whether it grows with what they are given to do. */
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
    deep: () => time(runOf([...example, '--depth', '6'])),
    soak: () => time(runOf([...example, '--soak', '1000000'])),
  });
  const controller = (name: 'run' | 'deep' | 'soak') => results.spread((of) => of(name).ownMegabytes);
  const child = (name: 'run' | 'deep' | 'soak') => results.spread((of) => of(name).childMegabytes);
  return {
    rows: [
      { name: 'bare start of the stack', unit: 'MB', spread: results.spread((of) => of('bare').ownMegabytes) },
      { name: 'run, its child', unit: 'MB', spread: child('run') },
      { name: 'run, its controller', unit: 'MB', spread: controller('run') },
      { name: 'run --depth 6, its child', unit: 'MB', spread: child('deep') },
      { name: 'run --depth 6, its controller', unit: 'MB', spread: controller('deep') },
      { name: 'run --soak 1000000, its child', unit: 'MB', spread: child('soak') },
      {
        name: '  above the bare start',
        unit: 'MB',
        spread: results.spread((of) => of('soak').childMegabytes - of('bare').ownMegabytes),
        bound: { atMost: 40 },
      },
      { name: 'run --soak 1000000, its controller', unit: 'MB', spread: controller('soak'), bound: { atMost: 150 } },
    ],
    notes: ['peaks of resident memory (VmHWM), where there is /proc'],
  };
}
