/** Whether a step brought what its sequence expects of it. */
import { AssertionError } from 'chai';

import { hresultText } from '../catalogue/hresults.js';
import { bufferText } from '../record/buffer-text.js';
import type { Transcript } from '../record/run-record.js';
import type { Expectation } from '../record/sequence.js';
import { sessionsAfter, type CountedSession, type Returned } from '../record/transcript.js';
import { heldByTheClient } from '../rule/references.js';
import { inconclusive } from '../rule/verdict.js';

/** @throws AssertionError, in the words of the record. */
export function differs(what: string, expected: string, actual: string): never {
  throw new AssertionError(`${what}: expected ${expected}, got ${actual}`, { expected, actual });
}

function oneOf(codes: readonly number[]): string {
  return codes.map(hresultText).join(' or ');
}

function outText({ out }: Returned): string {
  if (out === undefined) return 'nothing';
  if (out.session !== null) return 'a session';
  if (out.pointer === 'null') return 'NULL';
  return out.pointer === 'untouched' ? 'the pointer untouched' : 'a pointer';
}

const outWords = {
  untouched: 'the pointer untouched',
  null: 'NULL',
  session: 'a session',
  pointer: 'a pointer',
} as const;

function isOut(expected: NonNullable<Expectation['out']>, { out }: Returned): boolean {
  if (out === undefined) return false;
  if (expected === 'session') return out.session !== null;
  return expected === 'pointer' ? out.pointer.startsWith('p') : out.pointer === expected;
}

/** What the last step before `at` gave that keeps its object under that name. */
function givenAs(name: string, { script, steps }: Transcript, at: number): NonNullable<Returned['out']> {
  const giver = script.steps.slice(0, at).findLastIndex((step) => 'as' in step && step.as === name);
  const outcome = steps[giver]?.outcome;
  const out = outcome?.kind === 'returned' ? outcome.out : undefined;
  return out ?? inconclusive(`there is no ${name} to compare it with`);
}

const identityText = (text: string | null): string => (text === null ? 'the buffer untouched' : JSON.stringify(text));

function referencesMet({ references = [], referencesInAll }: Expectation, transcript: Transcript, at: number): void {
  const step = transcript.steps[at];
  const sessions = (step === undefined ? undefined : sessionsAfter(step)) ?? [];
  for (const { session: name, count } of references) {
    const { session: id } = givenAs(name, transcript, at + 1);
    const found = sessions.find((each) => each.id === id);
    if (found === undefined) inconclusive(`${name} is no session that could be counted`);
    if (found.references !== count) differs(`references to ${name}`, String(count), String(found.references));
  }
  if (referencesInAll === undefined) return;
  const left = (each: CountedSession): number => each.references - heldByTheClient(each);
  const all = sessions.reduce((sum, each) => sum + left(each), 0);
  if (all !== referencesInAll)
    differs("references to all sessions, without the client's own", String(referencesInAll), String(all));
}

/** @throws AssertionError for the first thing that is not as expected. */
export function requireMet(expectation: Expectation, what: string, answer: Returned, transcript: Transcript): void {
  const { step: at, hresult, out, same, different, identity, size, count } = expectation;
  const came = answer.hresult ?? 0;
  if (hresult?.includes(came) === false) differs(what, oneOf(hresult), hresultText(came));
  if (out !== undefined && !isOut(out, answer)) differs(`the out-pointer of ${what}`, outWords[out], outText(answer));
  if (same !== undefined && answer.out?.pointer !== givenAs(same, transcript, at).pointer)
    differs(`the out-pointer of ${what}`, `the same as ${same}`, 'another one');
  if (different !== undefined && answer.out?.pointer === givenAs(different, transcript, at).pointer)
    differs(`the out-pointer of ${what}`, `another one than ${different}`, 'the same');
  if (identity !== undefined) {
    const wanted = identity?.replaceAll('{profile}', transcript.script.profile) ?? null;
    const found = bufferText(answer);
    if (found !== wanted) differs(`the text of ${what}`, identityText(wanted), identityText(found));
  }
  if (size !== undefined && answer.pcch?.after !== size)
    differs(`*pcch after ${what}`, String(size), String(answer.pcch?.after ?? 'NULL'));
  if (count !== undefined && answer.count !== count)
    differs(`the count of ${what}`, String(count), String(answer.count));
  referencesMet(expectation, transcript, at);
}
