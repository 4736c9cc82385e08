/** All commands with their options: what the command line is parsed by, and what help, completion and manual are made from. */
import { Command, Option } from 'commander';

import { toolIdentity } from '../certify/identity.js';
import { languages } from '../language/language.js';
import { compareCommand } from './compare.js';
import { completionCommand } from './completion.js';
import { doctorCommand } from './doctor.js';
import { driftCommand } from './drift.js';
import type { ExitStatus } from './exit-status.js';
import { explainCommand } from './explain.js';
import { initCommand } from './init.js';
import { judgeCommand } from './judge.js';
import { keygenCommand } from './keygen.js';
import { listCommand } from './list.js';
import { machineCommand } from './machine.js';
import { manCommand } from './man.js';
import { mergeCommand } from './merge.js';
import { optionText } from './option-text.js';
import { recordCommand } from './record.js';
import { runCommand } from './run.js';
import { schemaCommand } from './schema.js';
import { selftestCommand } from './selftest.js';
import { tell } from './spoken.js';
import { usageExamples } from './usage-examples.js';
import { verifyCommand } from './verify.js';

/** Commander's own headings. */
function styleTitle(title: string): string {
  return tell({ text: title, values: {} });
}

function examplesText(command: string): string {
  const examples = (usageExamples[command] ?? []).map(({ what, line }) => `  ${tell(what)}\n    ${line}`);
  return examples.length === 0 ? '' : `\n${tell('Examples:')}\n${examples.join('\n')}`;
}

export function commandTree(signal: AbortSignal, finish: (status: ExitStatus) => void): Command {
  const program = new Command('olkconform')
    .description(tell('Conformance tests for IOlkAccountHelper implementations'))
    .version(toolIdentity().version, '-V, --version', tell('output the version number'))
    .exitOverride()
    // Errors are told in our own words, where they are caught.
    .configureOutput({ outputError: () => undefined })
    .addOption(
      new Option(
        '--lang <LANGUAGE>',
        tell('en or es: what people are told in (default: LC_ALL, LC_MESSAGES or LANG)'),
      ).choices(languages),
    )
    .helpOption('-h, --help', tell('display help for command'))
    .helpCommand('help [command]', tell('display help for command'))
    .configureHelp({ styleTitle, optionDescription: optionText, argumentDescription: optionText });
  runCommand(program, signal, finish);
  listCommand(program, finish);
  judgeCommand(program, finish);
  initCommand(program, signal, finish);
  compareCommand(program, finish);
  mergeCommand(program, finish);
  keygenCommand(program, finish);
  verifyCommand(program, finish);
  recordCommand(program, signal, finish);
  driftCommand(program, finish);
  explainCommand(program, finish);
  machineCommand(program, finish);
  schemaCommand(program, finish);
  selftestCommand(program, signal, finish);
  doctorCommand(program, finish);
  completionCommand(program, finish);
  manCommand(program, finish);
  for (const command of program.commands) command.addHelpText('after', () => examplesText(command.name()));
  return program;
}
