/** `olkconform judge`: the verdicts again, from a saved run record, without the DLL. */
import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import * as z from 'zod/mini';

import { UsageError } from '../plan/usage-error.js';
import { runRecordSchema, schemaVersion, type Check, type RunRecord } from '../record/run-record.js';
import { conclude } from './conclude.js';
import { loadRules } from './load-rules.js';
import type { ExitStatus } from './exit-status.js';
import { collect } from './options.js';
import { comment } from './output.js';
import { parseReports } from './reports.js';

const versionSchema = z.object({ schemaVersion: z.number() });

export function readRecord(file: string): RunRecord {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(
      `${file}: this run record cannot be read: ${reason}`,
      'Make one with olkconform run --report json=FILE.',
    );
  }
  const version = versionSchema.safeParse(value).data?.schemaVersion;
  if (version !== undefined && version !== schemaVersion) {
    throw new UsageError(
      `${file}: a run record of version ${String(version)}; this olkconform reads version ${String(schemaVersion)}.`,
      'Judge it with the olkconform that made it.',
    );
  }
  const parsed = runRecordSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const first = z
    .prettifyError(parsed.error)
    .split('\n')
    .slice(0, 2)
    .map((line) => line.trim());
  throw new UsageError(
    `${file}: not a whole run record: ${first.join(' ')}`,
    'Make one with olkconform run --report json=FILE.',
  );
}

/** Where judging again comes to something else than what is recorded. */
export function differences(before: readonly Check[], after: readonly Check[]): string[] {
  const recorded = new Map(before.map(({ id, verdict }) => [id, verdict]));
  return after.flatMap(({ id, verdict }) => {
    const earlier = recorded.get(id);
    return earlier === verdict ? [] : [`${id}: ${earlier ?? 'not judged'} in the record, now ${verdict}`];
  });
}

export function judgeCommand(program: Command, finish: (status: ExitStatus) => void): void {
  program
    .command('judge')
    .argument('<record>', 'a run record, made with olkconform run --report json=FILE')
    .description('judge a saved run record again, without the DLL')
    .option('--report <FORMAT=FILE>', 'write a report: json=FILE, junit=FILE …; repeatable', collect)
    .option('--json', 'print the run record instead of the report')
    .action(async (file: string, { json, report = [] }: { json?: true; report?: string[] }) => {
      const targets = parseReports(report);
      const record = readRecord(file);
      const { rejudge } = await import('../certify/rejudge.js');
      const judged = await rejudge(record, await loadRules());
      for (const difference of differences(record.checks, judged.checks)) comment(`olkconform: ${difference}`);
      finish(await conclude(judged, { json: json === true, targets }));
    });
}
