/** `olkconform selftest`: the suite judged by helpers whose faults are known. */
import { type Command, Option } from 'commander';
import picomatch from 'picomatch';

import { loadRules } from './load-rules.js';
import { readExamples } from '../certify/examples.js';
import { hostPlaces } from '../certify/host-places.js';
import { selftest, type ExampleResult } from '../certify/selftest.js';
import { exitStatus, type ExitStatus } from './exit-status.js';
import { comment, print } from './output.js';

/** Mutants that never answer are part of the lot; no correct script needs as long as this. */
const timeoutMs = 5_000;

function row({ name, expected, failed, killed, falseAlarms }: ExampleResult): string {
  const verdict = !killed ? 'SURVIVED' : falseAlarms.length > 0 ? 'TOO MUCH' : expected.length > 0 ? 'killed' : 'clean';
  const missed = expected.filter((id) => !failed.includes(id)).map((id) => `missed ${id}`);
  const said = expected.filter((id) => failed.includes(id));
  const undeserved = falseAlarms.map((id) => `undeserved ${id}`);
  return `${verdict.padEnd(9)} ${name.padEnd(48)} ${[...said, ...missed, ...undeserved].join(', ')}`;
}

export function selftestCommand(program: Command, signal: AbortSignal, finish: (status: ExitStatus) => void): void {
  program
    .command('selftest')
    .description('judge the built-in helpers: every mutant must fail exactly the checks that it names')
    .option('--only <PATTERN>', 'only the helpers of these names')
    .addOption(new Option('--apartment <KIND>', 'the apartment of the scripts (default: sta)').choices(['sta', 'mta']))
    .option('--json', 'as JSON')
    .action(async ({ only = '**', json = false, apartment }: { only?: string; json?: boolean; apartment?: string }) => {
      const matches = picomatch(only, { bash: true });
      const examples = readExamples().filter(({ name }) => matches(name));
      if (examples.length === 0) {
        comment(`olkconform: no built-in helper is called ${only}; nothing was judged.`);
        finish(exitStatus.nothingSelected);
        return;
      }
      const result = await selftest(examples, {
        places: hostPlaces(),
        loadRules,
        apartment: apartment === 'mta' ? 'mta' : 'sta',
        timeoutMs,
        signal,
        onResult: (each) => {
          if (process.stderr.isTTY) comment(row(each));
        },
      });
      const { total, killed, falseAlarms } = result.summary;
      if (json) print(`${JSON.stringify(result, null, 2)}\n`);
      else {
        for (const each of [...result.references, ...result.mutants]) print(`${row(each)}\n`);
        print(`${String(killed)} of ${String(total)} mutants killed, ${String(falseAlarms)} undeserved findings\n`);
      }
      finish(killed === total && falseAlarms === 0 ? exitStatus.conformant : exitStatus.nonconformant);
    });
}
