/** The end of `run` and `judge`: what is printed, what is written into files, and the exit status. */
import { consoleReport } from '../../reports/console.js';
import { jsonReport } from '../../reports/json.js';
import { toldIn } from '../../reports/told.js';
import { say } from '../language/message.js';
import type { RunRecord } from '../record/run-record.js';
import { staleTolerances } from '../record/tolerance.js';
import { exitStatus, statusOf, type ExitStatus } from './exit-status.js';
import { comment, print, remark, stdoutHasColor } from './output.js';
import { hintsOf } from './hints.js';
import { writeReports, type ReportTarget } from './reports.js';
import { spokenLanguage, tell } from './spoken.js';

export interface ConcludeOptions {
  /** Print the run record instead of the report. */
  readonly json: boolean;
  readonly targets: readonly ReportTarget[];
  /** Tolerances that are taken out when they have gone stale, and are no error then. */
  readonly isTakenOut?: (id: string) => boolean;
}

/** Loaded only where a job of GitHub's reads them from the log. */
async function annotationsOf(record: RunRecord): Promise<string[]> {
  const { annotations } = await import('../../reports/annotations.js');
  return annotations(record);
}

/** @throws UsageError when a report cannot be written; the verdict is printed by then. */
export async function conclude(record: RunRecord, options: ConcludeOptions): Promise<ExitStatus> {
  const { json, targets, isTakenOut = () => false } = options;
  print(json ? jsonReport(record) : consoleReport(await toldIn(spokenLanguage(), record), tell, stdoutHasColor()));
  // A shard does not see all that a check about every call goes by: what is stale is known of the whole.
  const { shard, tolerated } = record.selection;
  const stale = shard === undefined ? staleTolerances(record.checks, tolerated).filter((id) => !isTakenOut(id)) : [];
  for (const id of stale)
    remark(
      say(
        '{id} is tolerated, but finds no fault any more: take it out of the configuration or the baseline (--update-baseline).',
        { id },
      ),
    );
  for (const hint of hintsOf(record)) remark(hint);
  await writeReports(record, targets);
  if (process.env['GITHUB_ACTIONS'] === 'true') for (const line of await annotationsOf(record)) comment(line);
  return stale.length > 0 && record.summary.fail === 0 ? exitStatus.usage : statusOf(record.summary);
}
