/** `olkconform selftest`: the suite judged by helpers whose faults are known. */
import { type Command, Option } from 'commander';
import picomatch from 'picomatch';

import { loadRules } from './load-rules.js';
import { hostileMatrix, hostileNames } from '../certify/hostile.js';
import { readExamples } from '../certify/examples.js';
import { hostPlaces } from '../certify/host-places.js';
import { selftest, type ExampleResult } from '../certify/selftest.js';
import { builtIn } from '../sequence/built-in.js';
import { exitStatus, type ExitStatus } from './exit-status.js';
import { matrixText } from './hostile-matrix.js';
import { joined, say, type Message } from '../language/message.js';
import { UsageError } from '../plan/usage-error.js';
import { comment, print, remark } from './output.js';
import { progress } from './progress.js';
import { apartments, type Apartment } from '../script/step.js';
import { tell } from './spoken.js';

/** Mutants that never answer are part of the lot; no correct script needs as long as this. */
const timeoutMs = 5_000;

/** A hostile DLL's script is short, and many of them never end. */
const hostileTimeoutMs = 3_000;

const line = (verdict: Message, name: string, more: string): string =>
  `${tell(verdict).padEnd(11)} ${name.padEnd(48)} ${more}`;

function row({ name, expected, failed, killed, falseAlarms }: ExampleResult): string {
  const verdict = !killed ? 'SURVIVED' : falseAlarms.length > 0 ? 'TOO MUCH' : expected.length > 0 ? 'killed' : 'clean';
  const missed = expected.filter((id) => !failed.includes(id)).map((id) => tell(say('missed {id}', { id })));
  const said = expected.filter((id) => failed.includes(id));
  const undeserved = falseAlarms.map((id) => tell(say('undeserved {id}', { id })));
  return line(verdict, name, [...said, ...missed, ...undeserved].join(', '));
}

interface Flags {
  readonly only?: string;
  readonly json?: boolean;
  readonly hostile?: boolean;
  readonly apartment?: Apartment;
}

async function judgeHostile({ only = '**', json = false, apartment }: Flags, signal: AbortSignal): Promise<ExitStatus> {
  if (apartment !== undefined)
    throw new UsageError('--apartment: hostile DLLs are judged in one apartment.', 'Leave it out.');
  const matches = picomatch(only, { bash: true });
  if (!hostileNames.some((name) => matches(name))) {
    remark(say('no hostile DLL is called {only}; nothing was judged.', { only }));
    return exitStatus.nothingSelected;
  }
  const cells = await hostileMatrix({
    places: await hostPlaces(remark),
    loadRules,
    timeoutMs: hostileTimeoutMs,
    signal,
    matches,
    progress: progress.tell,
    onCell: ({ fault, place, end, wrong }) => {
      if (process.stderr.isTTY)
        comment(`${fault}@${place}: ${end}${wrong === null ? '' : `, ${tell(say('WRONG {end}', { end: wrong }))}`}`);
    },
  });
  print(json ? `${JSON.stringify({ cells }, null, 2)}\n` : matrixText(cells));
  return cells.every(({ wrong }) => wrong === null) ? exitStatus.conformant : exitStatus.nonconformant;
}

export function selftestCommand(program: Command, signal: AbortSignal, finish: (status: ExitStatus) => void): void {
  program
    .command('selftest')
    .description(tell('judge the built-in helpers: every mutant must fail exactly the checks that it names'))
    .option('--only <PATTERN>', tell('only the helpers of these names'))
    .addOption(
      new Option('--apartment <KIND>', tell('the apartment of the scripts (default: sta)')).choices(apartments),
    )
    .option(
      '--hostile',
      tell('judge DLLs that do their worst instead: every fault in every place (FAULT@PLACE for --only)'),
    )
    .option('--json', tell('as JSON'))
    .action(async (flags: Flags) => {
      if (flags.hostile === true) {
        finish(await judgeHostile(flags, signal));
        return;
      }
      const { only = '**', json = false, apartment = 'sta' } = flags;
      const matches = picomatch(only, { bash: true });
      const examples = readExamples().filter(({ name }) => matches(name));
      if (examples.length === 0) {
        remark(say('no built-in helper is called {only}; nothing was judged.', { only }));
        finish(exitStatus.nothingSelected);
        return;
      }
      const { loadSequences } = await import('../sequence/load.js');
      const result = await selftest(examples, {
        places: await hostPlaces(remark),
        loadRules,
        sequences: await loadSequences([builtIn]),
        apartment,
        timeoutMs,
        signal,
        progress: progress.tell,
        onResult: (each) => {
          if (process.stderr.isTTY) comment(row(each));
        },
      });
      const { total, killed, falseAlarms, skipped } = result.summary;
      if (json) print(`${JSON.stringify(result, null, 2)}\n`);
      else {
        for (const each of [...result.references, ...result.mutants]) print(`${row(each)}\n`);
        for (const { name, why } of result.skipped) print(`${line('skipped', name, why)}\n`);
        const judged = say('{killed} of {total} mutants killed, {falseAlarms} undeserved findings', {
          killed,
          total,
          falseAlarms,
        });
        const left = say(
          '{count} helper skipped: nothing was judged of it|{count} helpers skipped: nothing was judged of them',
          { count: skipped },
        );
        print(`${tell(joined(skipped === 0 ? [judged] : [judged, left], ', '))}\n`);
      }
      if (skipped === examples.length) {
        remark(say('none of these helpers can be called from {apartment}; nothing was judged.', { apartment }));
        finish(exitStatus.nothingSelected);
        return;
      }
      finish(killed === total && falseAlarms === 0 ? exitStatus.conformant : exitStatus.nonconformant);
    });
}
