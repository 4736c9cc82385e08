/** `olkconform machine RECORD`: the helper as a machine, as it was learned in a run, for programs that draw graphs. */
import { type Command, Option } from 'commander';

import { machineGraphs } from '../../reports/machine-graphs.js';
import { machinesOf } from '../../reports/machine.js';
import { say } from '../language/message.js';
import { UsageError } from '../plan/usage-error.js';
import { exitStatus, type ExitStatus } from './exit-status.js';
import { print } from './output.js';
import { judgedBy, readRecord } from './saved-record.js';
import { tell } from './spoken.js';

const formats = ['text', 'mermaid', 'dot'] as const;
type Format = (typeof formats)[number];

function graphsOf(file: string, format: Format): string {
  const machines = machinesOf(readRecord(file));
  if (machines !== undefined) return machineGraphs[format](machines);
  throw new UsageError(
    say('{file}: this record holds no machine.', { file }),
    'Run with --depth 3 or more; the helper has to hand out a session.',
  );
}

export function machineCommand(program: Command, finish: (status: ExitStatus) => void): void {
  program
    .command('machine')
    .argument('<record>', tell('a run record, made with olkconform run --report json=FILE'))
    .description(tell("print the helper's state machine, as it was learned, and the documented one"))
    .addOption(
      new Option('--format <FORMAT>', tell('text; mermaid or dot, for programs that draw graphs'))
        .choices(formats)
        .default('text'),
    )
    .action(async (file: string, { format }: { format: Format }) => {
      print(await judgedBy(file, () => Promise.resolve(graphsOf(file, format))));
      finish(exitStatus.conformant);
    });
}
