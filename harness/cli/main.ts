#!/usr/bin/env node
/** The command line. Every command returns its exit status; this is the one place that sets it. */
import { Command, CommanderError } from 'commander';
import english from 'zod/v4/locales/en.js';
import { config } from 'zod/mini';

import { toolIdentity } from '../certify/identity.js';
import { compareCommand } from './compare.js';
import { explainCommand } from './explain.js';
import { exitStatus, statusOfError, type ExitStatus } from './exit-status.js';
import { driftCommand } from './drift.js';
import { initCommand } from './init.js';
import { judgeCommand } from './judge.js';
import { listCommand } from './list.js';
import { mergeCommand } from './merge.js';
import { complain } from './output.js';
import { runCommand } from './run.js';
import { schemaCommand } from './schema.js';
import { selftestCommand } from './selftest.js';

async function main(args: readonly string[]): Promise<ExitStatus> {
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
    .description('Conformance tests for IOlkAccountHelper implementations')
    .version(toolIdentity().version)
    .exitOverride()
    .showHelpAfterError('(olkconform COMMAND --help shows the options)');
  const finish = (result: ExitStatus): void => {
    status = result;
  };
  runCommand(program, interruption.signal, finish);
  listCommand(program, finish);
  judgeCommand(program, finish);
  initCommand(program, finish);
  compareCommand(program, finish);
  mergeCommand(program, finish);
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

config(english());
process.exitCode = await main(process.argv);
