/** The most that a run's processes have had resident at any time: an ordinary one's, and one's of ten million lives. */
import { bareStart, runOf } from '../commands.js';
import { inTurn } from '../rounds.js';
import type { Findings, Row } from '../table.js';
import { time } from '../timing.js';

const told = { run: 'run', soak: 'run --soak 10000000' };

export async function memory(rounds: number): Promise<Findings> {
  const bare = await bareStart();
  const example = ['--example', 'own-session'];
  const results = await inTurn(rounds, {
    bare: () => time(bare),
    run: () => time(runOf(example)),
    soak: () => time(runOf([...example, '--soak', '10000000'])),
  });
  return {
    rows: [
      { name: 'bare start of the stack', unit: 'MB', spread: results.spread((of) => of('bare').ownMegabytes) },
      ...(['run', 'soak'] as const).flatMap((each): Row[] => [
        { name: `${told[each]}, its child`, unit: 'MB', spread: results.spread((of) => of(each).childMegabytes) },
        {
          name: '  above the bare start',
          unit: 'MB',
          spread: results.spread((of) => of(each).childMegabytes - of('bare').ownMegabytes),
          bound: { atMost: 40 },
        },
        {
          name: `${told[each]}, its controller`,
          unit: 'MB',
          spread: results.spread((of) => of(each).ownMegabytes),
          bound: { atMost: 150 },
        },
      ]),
    ],
    notes: ['peaks of resident memory (VmHWM), where there is /proc'],
  };
}
