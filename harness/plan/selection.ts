/** Which checks a run is about: `--only`, `--skip` and `--level`, as patterns over ids. */
import picomatch from 'picomatch';

import { areaOf, findStatement, statementIds } from '../catalogue/catalogue.js';
import { say, type Filled, type Value } from '../language/message.js';
import { defaultDepth } from '../record/exploration.js';
import type { Selection } from '../record/run-record.js';
import type { RecordedSequence } from '../record/sequence.js';
import { UsageError } from './usage-error.js';
import { nearest, withGuess } from './nearest.js';

/** A sequence, as far as it is selected by. */
export type Judgeable = Pick<RecordedSequence, 'id' | 'level'>;

/** Every check there is, each by its own level. */
export const everything: Selection = {
  only: [],
  skip: [],
  level: 'should',
  strict: false,
  tolerated: [],
  depth: defaultDepth,
};

/** `a,b` is both, as it is of reports; a comma within braces or brackets is the pattern's own. */
function listed(text: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const character of text) {
    if ('{[('.includes(character)) depth += 1;
    if ('}])'.includes(character)) depth -= 1;
    if (character === ',' && depth === 0) parts.push('');
    else parts.push(`${parts.pop() ?? ''}${character}`);
  }
  return parts.map((part) => part.trim());
}

/** A pattern may also be an area's name alone: `get-identity` is `get-identity/*`. */
function matcher(text: string): (id: string) => boolean {
  // What stands before or behind a comma with nothing beside it; picomatch takes no such thing.
  if (text === '') return () => false;
  const matches = picomatch([text, `${text}/*`], { bash: true });
  return (id) => matches(id);
}

function refuse(what: Filled, meant: string | undefined): never {
  throw new UsageError(withGuess(what, meant), 'olkconform list prints every id.');
}

function refuseUnmatched(option: string, text: string, ids: readonly string[]): void {
  if (ids.some(matcher(text))) return;
  const areas = [...new Set(ids.map(areaOf))];
  const matchable = [...ids, ...areas, ...areas.map((area) => `${area}/*`)];
  refuse(say('{option} {text}: it matches no check.', { option, text }), nearest(text, matchable));
}

/**
 * A tolerance names one finding: it must not swallow what nobody has looked at yet.
 * @throws UsageError where it is not the id of one check; `where` is what it stands in, and `sequences` are the ids of
 * those that are run.
 */
export function refuseUnknownId(id: string, where: Value, sequences: readonly string[] = []): void {
  const ids = [...statementIds, ...sequences];
  if (ids.includes(id)) return;
  const meant = nearest(id, ids);
  const several = ids.some(matcher(id));
  const what = several
    ? say('{where} {id}: it is not the id of one check.', { where, id })
    : say('{where} {id}: there is no check of that id.', { where, id });
  refuse(what, meant);
}

/**
 * The ids that were asked for and are judged, in the order of the documents, and behind them those of sequences.
 * @throws UsageError when a pattern matches nothing: a mistyped one would silently select something else.
 */
export function select(
  { only: stated, skip: left, level, tolerated }: Selection,
  sequences: readonly Judgeable[] = [],
): string[] {
  const only = stated.flatMap(listed);
  const skip = left.flatMap(listed);
  const own = new Map(sequences.map((sequence) => [sequence.id, sequence.level]));
  const ids = [...statementIds, ...own.keys()];
  for (const { id } of tolerated) refuseUnknownId(id, 'tolerate', [...own.keys()]);
  for (const text of only) refuseUnmatched('--only', text, ids);
  for (const text of skip) refuseUnmatched('--skip', text, ids);
  const wanted = only.length === 0 ? [() => true] : only.map(matcher);
  const unwanted = skip.map(matcher);
  return ids.filter((id) => {
    const statement = findStatement(id);
    return (
      statement?.excluded === undefined &&
      wanted.some((matches) => matches(id)) &&
      !unwanted.some((matches) => matches(id)) &&
      (level === 'should' || (statement?.level ?? own.get(id)) === 'must')
    );
  });
}
