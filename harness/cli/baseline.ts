/** `--baseline FILE`: read and found good before anything is started, written anew when that was asked for. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

import { say, type Filled, type Value } from '../language/message.js';
import { refuseUnknownId } from '../plan/selection.js';
import { whyUnreadable } from '../plan/unreadable.js';
import { UsageError } from '../plan/usage-error.js';
import { formed } from '../record/form.js';
import type { RunRecord, Tolerance } from '../record/run-record.js';
import { baselineSchema, reasonToBeGiven, updatedBaseline, type Baseline } from '../record/tolerance.js';
import { problemsOf } from './configuration.js';
import { readJson } from './read-json.js';
import { whyNotWritten, writeWhole } from './whole-file.js';

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
 * stands in, `sequences` the ids of those that are run.
 */
export function refuseUnusable(
  tolerances: readonly Tolerance[],
  where: Value,
  today: string,
  sequences: readonly string[] = [],
): void {
  const seen = new Set<string>();
  for (const { id, until } of tolerances) {
    refuseUnknownId(id, where, sequences);
    if (seen.has(id))
      throw new UsageError(say('{where} {id}: it is there twice.', { where, id }), 'Leave one of them.');
    seen.add(id);
    if (until !== undefined && until < today)
      throw new UsageError(
        say('{where} {id}: it was tolerated until {until}, and today is {today}.', { where, id, until, today }),
        'Mend the helper and take the entry out, or decide on another day.',
      );
  }
}

function parse(file: string): Baseline {
  const value = readJson(file, (error) => {
    const reason = whyUnreadable(error);
    return new UsageError(
      say('--baseline {file}: it cannot be read: {reason}', { file, reason }),
      'olkconform run --update-baseline writes one.',
    );
  });
  const read = formed(baselineSchema, value);
  if (read.isWhole) return read.value;
  throw new UsageError(
    say('{where}: {problems}.', {
      where: `--baseline ${file}`,
      problems: problemsOf(read.flaws, ['entries', 'id', 'reason', 'url', 'until']),
    }),
    say('An entry is {example}, and may have "url" and "until".', { example: '{ "id": …, "reason": … }' }),
  );
}

/** @throws UsageError naming the file and the entry. */
export function readBaseline(
  file: string,
  { today, updatesBaseline }: BaselineUse,
  sequences: readonly string[] = [],
): NamedBaseline {
  if (updatesBaseline && !existsSync(file)) return { file, baseline: { entries: [] } };
  const baseline = parse(file);
  const where = say('--baseline {file}: entry', { file });
  refuseUnusable(baseline.entries, where, today, sequences);
  const open = baseline.entries.find(({ reason }) => reason === reasonToBeGiven);
  if (open !== undefined && !updatesBaseline)
    throw new UsageError(
      say('{where} {id}: nobody has said why.', { where, id: open.id }),
      'Put the reason in place of the text that asks for it.',
    );
  return { file, baseline };
}

/** The tolerances of the configuration and those of the baseline. */
export function withBaseline(tolerate: readonly Tolerance[], named: NamedBaseline | undefined): Tolerance[] {
  if (named === undefined) return [...tolerate];
  const both = named.baseline.entries.find(({ id }) => tolerate.some((each) => each.id === id));
  if (both === undefined) return [...tolerate, ...named.baseline.entries];
  throw new UsageError(
    say('--baseline {file}: entry {id}: the configuration tolerates it as well.', { file: named.file, id: both.id }),
    'Leave one of them.',
  );
}

/** Gives the lines that tell what has changed. What a run that was stopped has not seen is no ground to change anything. */
export function writeBaseline({ file, baseline }: NamedBaseline, { checks, stopped }: RunRecord): Filled[] {
  if (stopped !== null) return [say('{file} was left as it was, because the run was stopped.', { file })];
  const updated = updatedBaseline(baseline, checks);
  const has = ({ entries }: Baseline, id: string): boolean => entries.some((entry) => entry.id === id);
  const added = updated.entries.filter(({ id }) => !has(baseline, id));
  const removed = baseline.entries.filter(({ id }) => !has(updated, id));
  try {
    writeWhole(resolve(file), `${JSON.stringify(updated, null, 2)}\n`);
  } catch (error) {
    throw new UsageError(
      say('--baseline {file}: it cannot be written: {reason}', { file, reason: whyNotWritten(error) }),
      'Name a file that can be written.',
    );
  }
  return [
    ...removed.map(({ id }) => say('{file}: {id} finds no fault any more, and was taken out.', { file, id })),
    ...added.map(({ id }) => say('{file}: {id} was put in; say there why it is lived with.', { file, id })),
  ];
}
