/** Run records that were saved, and may come from anywhere: read, or refused. */
import * as z from 'zod/mini';

import { joined, say, type Filled } from '../language/message.js';
import { whyUnreadable } from '../plan/unreadable.js';
import { UsageError } from '../plan/usage-error.js';
import { formed } from '../record/form.js';
import { reasonOf } from '../record/reason.js';
import { runRecordSchema, schemaVersion, type Check, type RunRecord } from '../record/run-record.js';
import { readJson } from './read-json.js';

export const howToMakeOne = 'Make one with olkconform run --report json=FILE.';

const versionSchema = z.object({ schemaVersion: z.number() });

/** What the file holds, whatever that is. */
export function readRecordJson(file: string): unknown {
  return readJson(file, (error) => {
    const reason = whyUnreadable(error);
    return new UsageError(say('{file}: this run record cannot be read: {reason}', { file, reason }), howToMakeOne);
  });
}

export function readRecord(file: string): RunRecord {
  const value = readRecordJson(file);
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
    howToMakeOne,
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
      howToMakeOne,
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
