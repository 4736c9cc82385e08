#!/usr/bin/env node
/** The command line. Every command returns its exit status; this is the one place that sets it. */
import { CommanderError } from 'commander';
import english from 'zod/v4/locales/en.js';
import { config } from 'zod/mini';

import { commandTree } from './command-tree.js';
import { usageErrorOf } from './command-line-errors.js';
import { exitStatus, statusOfError, type ExitStatus } from './exit-status.js';
import { complain } from './output.js';
import { speakAsAsked, spokenLanguage } from './spoken.js';

/** What shells ask when somebody presses Tab. It is no command: what it is given is half a command line. */
const completionWord = 'complete';

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
  const program = commandTree(interruption.signal, (result) => {
    status = result;
  });
  try {
    const [first, ...words] = args.slice(2);
    if (first === completionWord) {
      const { printCandidates } = await import('./complete.js');
      printCandidates(program, words);
      return exitStatus.conformant;
    }
    await program.parseAsync(args);
    return status;
  } catch (error) {
    // Help and version are printed by then; what is wrong with the command line is not.
    if (error instanceof CommanderError && error.exitCode === 0) return exitStatus.conformant;
    if (error instanceof CommanderError && error.code === 'commander.help') return exitStatus.usage;
    const told = error instanceof CommanderError ? usageErrorOf(error, program, args.slice(2)) : error;
    complain(told);
    return statusOfError(told);
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
