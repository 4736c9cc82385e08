import { AssertionError } from 'chai';

import { failed } from '../../harness/catalogue/hresults.js';
import type { Evidence } from '../../harness/rule/evidence.js';
import { expect } from '../../harness/rule/hresult-assertion.js';
import { rule } from '../../harness/rule/rule.js';
import { as, close, getIdentity, open, script, withProfile } from '../../harness/script/build.js';
import type { ScriptDraft } from '../../harness/script/draft.js';
import { names, sizeOf } from '../scripts/names.js';

const sizes = (name: string): ScriptDraft =>
  withProfile(
    name,
    script(
      `ask for the size of ${JSON.stringify(name)}, then for the name with growing buffers`,
      open(),
      as('none', getIdentity(0)),
      as('fits', getIdentity(sizeOf(name))),
      as('oneMore', getIdentity(sizeOf(name) + 1)),
      as('double', getIdentity(2 * sizeOf(name))),
      close(),
    ),
  );

/** The number that came out must not be one of those that a helper may have mistaken for UTF-16 code units. */
function reportsCodeUnits(evidence: Evidence, label: string): void {
  const name = evidence.profileName();
  const { before, after } = evidence.answer(label).pcch ?? { before: 0, after: 0 };
  // A number that was left as it was is no report, and one too few is the finding of another check.
  if ([before, sizeOf(name), name.length].includes(after)) return;
  const bytes = [2 * sizeOf(name), 2 * name.length, Buffer.byteLength(name) + 1];
  const codePoints = Array.from(name).length + 1;
  const what = `for a name of ${String(name.length)} characters *pcch holds ${String(after)}`;
  // A list of what it must not be tells nobody what to return.
  if (bytes.includes(after)) expect(after, `${what}, a number of bytes`).to.equal(sizeOf(name));
  expect(after, `${what}, which counts each surrogate pair as one`).not.to.equal(codePoints);
}

/** A buffer of the right number of characters must not be refused because it were too small in bytes. */
function comparesCharacters(evidence: Evidence): void {
  // A helper that cannot be told a name has another one than the buffers were made for.
  if (evidence.answer('fits').pcch?.before !== sizeOf(evidence.profileName())) return;
  const refused = ['fits', 'oneMore'].every((label) => failed(evidence.answer(label).hresult ?? 0));
  if (refused && !failed(evidence.answer('double').hresult ?? 0)) {
    throw new AssertionError('a buffer is refused until it has twice the characters that the name needs', {
      expected: `success with ${String(sizeOf(evidence.profileName()))} characters`,
      actual: `success only with ${String(2 * sizeOf(evidence.profileName()))}`,
    });
  }
}

export default rule({
  id: 'get-identity/characters',
  howToFix: 'Compare and report numbers of WCHARs, wcslen(name) + 1, without a sizeof.',
  scripts: {
    ascii: sizes(names.ascii),
    accents: sizes(names.accents),
    surrogatePairs: sizes(names.surrogatePairs),
  },
  verify: (of) => {
    for (const kind of ['ascii', 'accents', 'surrogatePairs'] as const) {
      reportsCodeUnits(of(kind), 'none');
      comparesCharacters(of(kind));
      reportsCodeUnits(of(kind), 'double');
    }
  },
});
