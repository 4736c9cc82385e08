/** `olkconform judge`: the verdicts again, from a saved run record, without the DLL. */
import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import * as z from 'zod/mini';

import { joined, say, type Filled } from '../language/message.js';
import { whyUnreadable } from '../plan/unreadable.js';
import { UsageError } from '../plan/usage-error.js';
import { runRecordSchema, schemaVersion, type Check, type RunRecord } from '../record/run-record.js';
import { conclude } from './conclude.js';
import { loadRules } from './load-rules.js';
import type { ExitStatus } from './exit-status.js';
import { collect } from './options.js';
import { remark } from './output.js';
import { parseReports } from './reports.js';
import { tell } from './spoken.js';
import { formed } from '../record/form.js';
import { reasonOf } from '../record/reason.js';

const versionSchema = z.object({ schemaVersion: z.number() });

export function readRecord(file: string): RunRecord {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const reason = whyUnreadable(error);
    throw new UsageError(
      say('{file}: this run record cannot be read: {reason}', { file, reason }),
      'Make one with olkconform run --report json=FILE.',
    );
  }
  const version = versionSchema.safeParse(value).data?.schemaVersion;
  if (version !== undefined && version !== schemaVersion) {
    throw new UsageError(
      say('{file}: a run record of version {version}; this olkconform reads version {readable}.', {
        file,
        version,
        readable: schemaVersion,
      }),
      'Judge it with the olkconform that made it.',
    );
  }
  const read = formed(runRecordSchema, value);
  if (read.isWhole) return read.value;
  const [{ path, message }] = read.flaws;
  throw new UsageError(
    say('{file}: not a whole run record: {problem}', { file, problem: joined([...path.map(String), message], ': ') }),
    'Make one with olkconform run --report json=FILE.',
  );
}

/**
 * The transcripts may be anything that has their form, and rules are written for those of a run.
 * @throws UsageError when the rules cannot make anything of them.
 */
export async function judgedBy<Judged>(what: string, judging: () => Promise<Judged>): Promise<Judged> {
  try {
    return await judging();
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(
      say('{what}: its transcripts cannot be judged: {reason}', { what, reason: reasonOf(error) }),
      'Make one with olkconform run --report json=FILE.',
    );
  }
}

/** Where judging again comes to something else than what is recorded. */
export function differences(before: readonly Check[], after: readonly Check[]): Filled[] {
  const recorded = new Map(before.map(({ id, verdict }) => [id, verdict]));
  return after.flatMap(({ id, verdict }) => {
    const earlier = recorded.get(id);
    if (earlier === verdict) return [];
    const now = say(verdict);
    return earlier === undefined
      ? say('{id}: not judged in the record, now {now}', { id, now })
      : say('{id}: {before} in the record, now {now}', { id, before: say(earlier), now });
  });
}

export function judgeCommand(program: Command, finish: (status: ExitStatus) => void): void {
  program
    .command('judge')
    .argument('<record>', tell('a run record, made with olkconform run --report json=FILE'))
    .description(tell('judge a saved run record again, without the DLL'))
    .option('--report <FORMAT=FILE>', tell('write a report: json=FILE, junit=FILE …; repeatable'), collect)
    .option('--json', tell('print the run record instead of the report'))
    .action(async (file: string, { json, report = [] }: { json?: true; report?: string[] }) => {
      const targets = parseReports(report, [{ option: file, file }]);
      const record = readRecord(file);
      const { rejudge } = await import('../certify/rejudge.js');
      const rules = await loadRules();
      const judged = await judgedBy(file, () => rejudge(record, rules));
      for (const difference of differences(record.checks, judged.checks)) remark(difference);
      finish(await conclude(judged, { json: json === true, targets }));
    });
}
