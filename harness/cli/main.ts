#!/usr/bin/env node
/** The command line. Every command returns its exit status; this is the one place that sets it. */
import { Command, CommanderError, Option } from 'commander';
import english from 'zod/v4/locales/en.js';
import { config } from 'zod/mini';

import { languages } from '../language/language.js';
import { toolIdentity } from '../certify/identity.js';
import { compareCommand } from './compare.js';
import { explainCommand } from './explain.js';
import { exitStatus, statusOfError, type ExitStatus } from './exit-status.js';
import { driftCommand } from './drift.js';
import { initCommand } from './init.js';
import { judgeCommand } from './judge.js';
import { keygenCommand } from './keygen.js';
import { listCommand } from './list.js';
import { mergeCommand } from './merge.js';
import { complain } from './output.js';
import { runCommand } from './run.js';
import { schemaCommand } from './schema.js';
import { speakAsAsked, spokenLanguage, tell } from './spoken.js';
import { selftestCommand } from './selftest.js';
import { verifyCommand } from './verify.js';

/** Commander's own headings. */
function styleTitle(title: string): string {
  return tell({ text: title, values: {} });
}

async function main(args: readonly string[]): Promise<ExitStatus> {
  await speakAsAsked(args, process.env);
  config(spokenLanguage() === 'es' ? (await import('zod/v4/locales/es.js')).default() : english());
  const interruption = new AbortController();
  const interrupt = (): void => {
    // Whoever asks twice does not want to wait. A child whose controller is gone ends by itself.
    if (interruption.signal.aborted) process.exit(exitStatus.interrupted);
    interruption.abort();
  };
  process.on('SIGINT', interrupt);
  process.on('SIGTERM', interrupt);

  let status: ExitStatus = exitStatus.usage;
  const program = new Command('olkconform')
    .description(tell('Conformance tests for IOlkAccountHelper implementations'))
    .version(toolIdentity().version, '-V, --version', tell('output the version number'))
    .exitOverride()
    .showHelpAfterError(tell('(olkconform COMMAND --help shows the options)'))
    .addOption(
      new Option(
        '--lang <LANGUAGE>',
        tell('en or es: what people are told in (default: LC_ALL, LC_MESSAGES or LANG)'),
      ).choices(languages),
    )
    .helpOption('-h, --help', tell('display help for command'))
    .helpCommand('help [command]', tell('display help for command'))
    .configureHelp({ styleTitle });
  const finish = (result: ExitStatus): void => {
    status = result;
  };
  runCommand(program, interruption.signal, finish);
  listCommand(program, finish);
  judgeCommand(program, finish);
  initCommand(program, finish);
  compareCommand(program, finish);
  mergeCommand(program, finish);
  keygenCommand(program, finish);
  verifyCommand(program, finish);
  driftCommand(program, finish);
  explainCommand(program, finish);
  schemaCommand(program, finish);
  selftestCommand(program, interruption.signal, finish);

  try {
    await program.parseAsync(args);
    return status;
  } catch (error) {
    // Commander has printed its help or its complaint by then.
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitStatus.conformant : exitStatus.usage;
    complain(error);
    return statusOfError(error);
  } finally {
    process.off('SIGINT', interrupt);
    process.off('SIGTERM', interrupt);
  }
}

/** What nobody waits for. Node would print the line of the bundle that it comes from, all of it. */
process.on('uncaughtException', (error) => {
  complain(error);
  process.exit(statusOfError(error));
});

process.exitCode = await main(process.argv);
