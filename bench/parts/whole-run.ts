/**
 * A whole run side by side with the bare start of the same stack (Wine, Windows Node, edge-js, CoreCLR, one empty call),
 * and a run in which one script kills the child beside one in which none does.
 */
import { bareStart, runOf } from '../commands.js';
import { inTurn } from '../rounds.js';
import type { Findings } from '../table.js';
import { time } from '../timing.js';

export async function wholeRun(rounds: number): Promise<Findings> {
  const bare = await bareStart();
  const results = await inTurn(rounds, {
    bare: () => time(bare),
    whole: () => time(runOf(['--example', 'borrowed-session'])),
    // The second is the first, but for one call by a hazardous script.
    alive: () => time(runOf(['--example', 'own-session'])),
    dying: () => time(runOf(['--example', 'mutant/iunknown-null-ppv-crash'], 1)),
  });
  return {
    rows: [
      { name: 'bare start of the stack', unit: 's', spread: results.spread((of) => of('bare').seconds) },
      { name: 'run --example borrowed-session', unit: 's', spread: results.spread((of) => of('whole').seconds) },
      {
        name: '  in bare starts',
        unit: '×',
        spread: results.spread((of) => of('whole').seconds / of('bare').seconds),
        bound: { atMost: 2 },
      },
      {
        name: '  in processor time of bare starts',
        unit: '×',
        spread: results.spread((of) => of('whole').cpuSeconds / of('bare').cpuSeconds),
      },
      {
        name: 'run in which no script kills the child',
        unit: 's',
        spread: results.spread((of) => of('alive').seconds),
      },
      { name: 'run in which one does', unit: 's', spread: results.spread((of) => of('dying').seconds) },
      {
        name: '  difference in bare starts',
        unit: '×',
        spread: results.spread((of) => (of('dying').seconds - of('alive').seconds) / of('bare').seconds),
        bound: { atMost: 0.35 },
      },
    ],
  };
}
