/** `run --watch`: the run again whenever the DLL, the configuration, the baseline or a sequence changes, until Ctrl-C. */
import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { listed, say } from '../language/message.js';
import { UsageError } from '../plan/usage-error.js';
import { isBuiltIn } from '../sequence/built-in.js';
import { looksOf, untilChanged, watchFiles } from './changes.js';
import type { NamedConfiguration } from './configuration.js';
import { exitStatus, statusOfError, type ExitStatus } from './exit-status.js';
import { complain, remark } from './output.js';

export interface WatchedRun {
  /** The configuration file. */
  readonly config: string | undefined;
  /** Read anew for each run. */
  readonly helpers: () => readonly NamedConfiguration[];
  readonly carryOut: (helpers: readonly NamedConfiguration[], isFirst: boolean) => Promise<ExitStatus>;
}

/** Not the folder itself: it changes with whatever else is written there, reports too. */
function sequenceFiles(path: string): string[] {
  if (isBuiltIn(path)) return [];
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) return [path];
  return readdirSync(path).flatMap((name) => (/\.ya?ml$/.test(name) ? join(path, name) : []));
}

function filesOf(config: string | undefined, helpers: readonly NamedConfiguration[]): string[] {
  const named = helpers.flatMap(({ configuration: { dll, baseline, sequence = [] } }) => [
    dll,
    baseline,
    ...sequence.flatMap(sequenceFiles),
  ]);
  return [...new Set([config, ...named].flatMap((file) => (file === undefined ? [] : resolve(file))))];
}

/**
 * What is wrong is told, and mended while we wait.
 * @returns the last run's status when Ctrl-C comes between two runs; that of an interruption when it comes during one.
 */
export async function watchAndRun(
  watched: WatchedRun,
  signal: AbortSignal,
  watchOver = watchFiles,
): Promise<ExitStatus> {
  let helpers = watched.helpers();
  let files = filesOf(watched.config, helpers);
  if (files.length === 0)
    throw new UsageError('--watch: there is no file that could change.', 'Name a DLL or a configuration.');
  let status: ExitStatus;
  for (let isFirst = true; ; isFirst = false) {
    // Before the run: what changes meanwhile is run again.
    let before = looksOf(files);
    try {
      if (!isFirst) {
        helpers = watched.helpers();
        files = filesOf(watched.config, helpers);
        before = looksOf(files);
      }
      status = await watched.carryOut(helpers, isFirst);
    } catch (error) {
      complain(error);
      status = statusOfError(error);
    }
    if (signal.aborted) return exitStatus.interrupted;
    remark(
      say('exit status {status}; waiting for a change of {files} (Ctrl-C ends it)', { status, files: listed(files) }),
    );
    const watch = watchOver(files, signal);
    try {
      if ((await untilChanged(before, watch, signal)) === undefined) return status;
    } finally {
      watch.close();
    }
  }
}
