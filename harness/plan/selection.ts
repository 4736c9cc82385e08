/** Which checks a run is about: `--only`, `--skip` and `--level`, as patterns over ids. */
import picomatch from 'picomatch';

import { findStatement, statementIds } from '../catalogue/catalogue.js';
import type { Selection } from '../record/run-record.js';
import { UsageError } from './usage-error.js';
import { nearest } from './nearest.js';

const isPattern = (text: string): boolean => /[*?[{]/.test(text);

/** A pattern may also be an area's name alone: `get-identity` is `get-identity/*`. */
function matcher(text: string): (id: string) => boolean {
  const matches = picomatch([text, `${text}/*`], { bash: true });
  return (id) => matches(id);
}

function refuseUnknown(option: string, text: string): void {
  if (isPattern(text) || statementIds.some(matcher(text))) return;
  const suggestion = nearest(text, statementIds);
  const hint = suggestion === undefined ? '' : ` Did you mean ${suggestion}?`;
  throw new UsageError(`${option} ${text}: there is no check of that id.${hint}`, 'olkconform list prints every id.');
}

/** The ids that were asked for and are judged, in the order of the documents. One that does not exist is a usage error. */
export function select({ only, skip, level, tolerated }: Selection): string[] {
  for (const { id } of tolerated) refuseUnknown('tolerate', id);
  for (const text of only) refuseUnknown('--only', text);
  for (const text of skip) refuseUnknown('--skip', text);
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
