/** `--baseline FILE`: read and found good before anything is started, written anew when that was asked for. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { refuseUnknownId } from '../plan/selection.js';
import { UsageError } from '../plan/usage-error.js';
import type { RunRecord, Tolerance } from '../record/run-record.js';
import { baselineSchema, reasonToBeGiven, updatedBaseline, type Baseline } from '../record/tolerance.js';
import { writeWhole } from './whole-file.js';
import { english } from '../language/message.js';

export interface NamedBaseline {
  /** As it was given. */
  readonly file: string;
  readonly baseline: Baseline;
}

export interface BaselineUse {
  /** As in 2027-01-31. */
  readonly today: string;
  /** It is written anew: it need not be there yet, and reasons may still be asked for. */
  readonly updatesBaseline: boolean;
}

/**
 * @throws UsageError naming the entry that is of no check, is there twice, or has seen its last day; `where` is what it
 * stands in.
 */
export function refuseUnusable(tolerances: readonly Tolerance[], where: string, today: string): void {
  const seen = new Set<string>();
  for (const { id, until } of tolerances) {
    refuseUnknownId(id, where);
    if (seen.has(id))
      throw new UsageError(english(`${where} ${id}: it is there twice.`), english('Leave one of them.'));
    seen.add(id);
    if (until !== undefined && until < today)
      throw new UsageError(
        english(`${where} ${id}: it was tolerated until ${until}, and today is ${today}.`),
        english('Mend the helper and take the entry out, or decide on another day.'),
      );
  }
}

function parse(file: string): Baseline {
  const where = `--baseline ${file}`;
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(
      english(`${where}: it cannot be read: ${reason}`),
      english('olkconform run --update-baseline writes one.'),
    );
  }
  const parsed = baselineSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => [...path.map(String), message].join(': '));
  throw new UsageError(
    english(`${where}: ${problems.join('; ')}.`),
    english('An entry is { "id": …, "reason": … }, and may have "url" and "until".'),
  );
}

/** @throws UsageError naming the file and the entry. */
export function readBaseline(file: string, { today, updatesBaseline }: BaselineUse): NamedBaseline {
  if (updatesBaseline && !existsSync(file)) return { file, baseline: { entries: [] } };
  const baseline = parse(file);
  const where = `--baseline ${file}: entry`;
  refuseUnusable(baseline.entries, where, today);
  const open = baseline.entries.find(({ reason }) => reason === reasonToBeGiven);
  if (open !== undefined && !updatesBaseline)
    throw new UsageError(
      english(`${where} ${open.id}: nobody has said why.`),
      english('Put the reason in place of the text that asks for it.'),
    );
  return { file, baseline };
}

/** The tolerances of the configuration and those of the baseline. */
export function withBaseline(tolerate: readonly Tolerance[], named: NamedBaseline | undefined): Tolerance[] {
  if (named === undefined) return [...tolerate];
  const both = named.baseline.entries.find(({ id }) => tolerate.some((each) => each.id === id));
  if (both === undefined) return [...tolerate, ...named.baseline.entries];
  throw new UsageError(
    english(`--baseline ${named.file}: entry ${both.id}: the configuration tolerates it as well.`),
    english('Leave one of them.'),
  );
}

/** Gives the lines that tell what has changed. What a run that was stopped has not seen is no ground to change anything. */
export function writeBaseline({ file, baseline }: NamedBaseline, { checks, stopped }: RunRecord): string[] {
  if (stopped !== null) return [`${file} was left as it was, because the run was stopped.`];
  const updated = updatedBaseline(baseline, checks);
  const has = ({ entries }: Baseline, id: string): boolean => entries.some((entry) => entry.id === id);
  const added = updated.entries.filter(({ id }) => !has(baseline, id));
  const removed = baseline.entries.filter(({ id }) => !has(updated, id));
  try {
    writeWhole(resolve(file), `${JSON.stringify(updated, null, 2)}\n`);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(
      english(`--baseline ${file}: it cannot be written: ${reason}`),
      english('Name a file that can be written.'),
    );
  }
  return [
    ...removed.map(({ id }) => `${file}: ${id} finds no fault any more, and was taken out.`),
    ...added.map(({ id }) => `${file}: ${id} was put in; say there why it is lived with.`),
  ];
}
