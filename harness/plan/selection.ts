/** Which checks a run is about: `--only`, `--skip` and `--level`, as patterns over ids. */
import picomatch from 'picomatch';

import { areas, findStatement, statementIds } from '../catalogue/catalogue.js';
import { say, type Filled, type Value } from '../language/message.js';
import { defaultDepth } from '../record/exploration.js';
import type { Selection } from '../record/run-record.js';
import { UsageError } from './usage-error.js';
import { nearest, withGuess } from './nearest.js';

/** Every check there is, each by its own level. */
export const everything: Selection = {
  only: [],
  skip: [],
  level: 'should',
  strict: false,
  tolerated: [],
  depth: defaultDepth,
};

/** A pattern may also be an area's name alone: `get-identity` is `get-identity/*`. */
function matcher(text: string): (id: string) => boolean {
  const matches = picomatch([text, `${text}/*`], { bash: true });
  return (id) => matches(id);
}

function refuse(what: Filled, meant: string | undefined): never {
  throw new UsageError(withGuess(what, meant), 'olkconform list prints every id.');
}

const areaNames = Object.keys(areas);
const matchable = [...statementIds, ...areaNames, ...areaNames.map((area) => `${area}/*`)];

function refuseUnmatched(option: string, text: string): void {
  if (statementIds.some(matcher(text))) return;
  refuse(say('{option} {text}: it matches no check.', { option, text }), nearest(text, matchable));
}

/**
 * A tolerance names one finding: it must not swallow what nobody has looked at yet.
 * @throws UsageError where it is not the id of one check; `where` is what it stands in.
 */
export function refuseUnknownId(id: string, where: Value): void {
  if (statementIds.includes(id)) return;
  const meant = nearest(id, statementIds);
  const several = statementIds.some(matcher(id));
  const what = several
    ? say('{where} {id}: it is not the id of one check.', { where, id })
    : say('{where} {id}: there is no check of that id.', { where, id });
  refuse(what, meant);
}

/**
 * The ids that were asked for and are judged, in the order of the documents.
 * @throws UsageError when a pattern matches nothing: a mistyped one would silently select something else.
 */
export function select({ only, skip, level, tolerated }: Selection): string[] {
  for (const { id } of tolerated) refuseUnknownId(id, 'tolerate');
  for (const text of only) refuseUnmatched('--only', text);
  for (const text of skip) refuseUnmatched('--skip', text);
  const wanted = only.length === 0 ? [() => true] : only.map(matcher);
  const unwanted = skip.map(matcher);
  return statementIds.filter((id) => {
    const statement = findStatement(id);
    return (
      statement?.excluded === undefined &&
      wanted.some((matches) => matches(id)) &&
      !unwanted.some((matches) => matches(id)) &&
      (level === 'should' || statement?.level === 'must')
    );
  });
}
