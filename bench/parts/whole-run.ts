/**
 * A whole run side by side with the bare start of the same stack (Wine, Windows Node, edge-js, CoreCLR, one empty call),
 * and a run in which one script kills the child beside one in which none does: without a spare host, and with one. Which
 * of the two a run has that nobody asked, the number of processors says.
 */
import { bareStart, runOf } from '../commands.js';
import { inTurn } from '../rounds.js';
import type { Findings } from '../table.js';
import { time } from '../timing.js';

const living = ['--example', 'own-session'];
const mortal = ['--example', 'mutant/iunknown-null-ppv-crash'];

export async function wholeRun(rounds: number): Promise<Findings> {
  const bare = await bareStart();
  const results = await inTurn(rounds, {
    bare: () => time(bare),
    whole: () => time(runOf(['--example', 'borrowed-session'])),
    ready: () => time(runOf(['--example', 'borrowed-session', '--spare', 'on'])),
    // The second is the first, but for one call by a hazardous script.
    alive: () => time(runOf([...living, '--spare', 'off'])),
    dying: () => time(runOf([...mortal, '--spare', 'off'], 1)),
    aliveBeside: () => time(runOf([...living, '--spare', 'on'])),
    dyingBeside: () => time(runOf([...mortal, '--spare', 'on'], 1)),
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
        name: '  in bare starts, with --spare on',
        unit: '×',
        spread: results.spread((of) => of('ready').seconds / of('bare').seconds),
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
      },
      {
        name: '  difference in bare starts, with --spare on',
        unit: '×',
        spread: results.spread((of) => (of('dyingBeside').seconds - of('aliveBeside').seconds) / of('bare').seconds),
        bound: { atMost: 0.35 },
      },
    ],
  };
}
