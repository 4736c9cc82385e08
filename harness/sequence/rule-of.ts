/** A sequence as a rule: it is planned, run and judged as those of the catalogue are. */
import { AssertionError } from 'chai';

import { statementOf, type StatementId } from '../catalogue/catalogue.js';
import { hex32, hresultText } from '../catalogue/hresults.js';
import type { Transcript } from '../record/run-record.js';
import type { Expectation, RecordedSequence } from '../record/sequence.js';
import type { Outcome } from '../record/transcript.js';
import type { Evidence } from '../rule/evidence.js';
import type { Behaviour } from '../rule/behaviour.js';
import { foundations, type Rule } from '../rule/rule.js';
import { needsInstrumentedMapi } from '../rule/mapi.js';
import { inconclusive, isOnlyRecommended, onlyRecommended } from '../rule/verdict.js';
import { callName } from '../script/call-name.js';
import type { ScriptDraft } from '../script/draft.js';
import { firstViolation, type PlacedViolation } from './documented.js';
import { documentedAnswer } from './documented-answers.js';
import { differs, requireMet } from './met.js';

const scriptName = 'sequence';

function violated(statement: StatementId, what: string, expected: string, actual: string): Error {
  const message = `${what}: expected ${expected}, got ${actual} (${statement})`;
  const error = new AssertionError(message, { expected, actual });
  return statementOf(statement).level === 'should' ? onlyRecommended(error) : error;
}

/** Whatever is expected, the call has to come back. */
function requireBack(outcome: Outcome, what: string): void {
  if (outcome.kind === 'died') differs(what, 'the call comes back', `the process ended: ${outcome.fault.story}`);
  if (outcome.kind === 'threw')
    differs(what, 'the call comes back', `exception ${hex32(outcome.code)} left the method`);
}

/** What the documents say of the step alone, whatever went before. */
function requireDocumentedAnswer(transcript: Transcript, at: number): void {
  const step = transcript.script.steps[at];
  const outcome = transcript.steps[at]?.outcome;
  const answer = step === undefined ? undefined : documentedAnswer(step);
  if (step === undefined || answer === undefined || outcome?.kind !== 'returned') return;
  const { hresult = 0 } = outcome;
  if (answer.hresults.includes(hresult)) return;
  const error = violated(
    answer.statement,
    callName(step),
    answer.hresults.map(hresultText).join(' or '),
    hresultText(hresult),
  );
  throw answer.isTolerated(hresult) ? onlyRecommended(error) : error;
}

function requireDocumented({ step, statement, what, expected, actual }: PlacedViolation, at: number): void {
  if (step === at) throw violated(statement, what, expected, actual);
}

function isGivenUp(outcome: Outcome): boolean {
  return outcome.kind === 'unreached' && outcome.givenUp === true;
}

function judgeStep(transcript: Transcript, at: number, expectation: Expectation | undefined): void {
  const outcome = transcript.steps[at]?.outcome;
  if (outcome === undefined) return;
  const step = transcript.script.steps[at];
  const what = step === undefined ? '' : callName(step);
  requireBack(outcome, what);
  if (expectation === undefined) return;
  if (outcome.kind !== 'returned') {
    // A session that did not come cannot be released: whether it had to come is judged where it was asked for.
    const { step: _step, documented: _documented, ...others } = expectation;
    if (step?.do === 'release' && Object.keys(others).length === 0 && !isGivenUp(outcome)) return;
    if (outcome.kind === 'unreached') inconclusive(`step ${String(at + 1)} was not reached: ${outcome.why}`);
    return;
  }
  requireMet(expectation, what, outcome, transcript);
  if (expectation.documented === true) requireDocumentedAnswer(transcript, at);
}

/**
 * What is only recommended is told when nothing worse was found.
 * @throws AssertionError, or another verdict, for the first step that is not as expected.
 */
export function judge(sequence: RecordedSequence, evidence: Evidence, behaviour: Behaviour | undefined): void {
  const { transcript } = evidence;
  const expectations = new Map(sequence.expectations.map((expectation) => [expectation.step, expectation]));
  const asksDocuments = sequence.endIsDocumented || sequence.expectations.some(({ documented }) => documented === true);
  const { seesMapiCalls } = evidence;
  const violation =
    asksDocuments && seesMapiCalls ? firstViolation(transcript, behaviour, evidence.knownProfile) : undefined;
  let recommended: { readonly at: number; readonly error: Error } | undefined;
  for (const at of transcript.steps.keys()) {
    const expectation = expectations.get(at);
    try {
      judgeStep(transcript, at, expectation);
      if (expectation?.documented === true && violation !== undefined) requireDocumented(violation, at);
    } catch (error) {
      if (!(error instanceof Error) || !isOnlyRecommended(error)) {
        evidence.at(at);
        throw error;
      }
      recommended ??= { at, error };
    }
  }
  evidence.at(recommended?.at ?? transcript.steps.length - 1);
  if (recommended !== undefined) throw recommended.error;
  if (sequence.endIsDocumented && violation !== undefined) requireDocumented(violation, transcript.steps.length);
  // The single answers were as they have to be; what they come to, MAPI's calls among it, cannot be judged.
  if (asksDocuments && !seesMapiCalls) needsInstrumentedMapi();
}

/** Its script, as yet without what the run decides. */
export function draftOf({ title, profile, apartment, hazardous, steps }: RecordedSequence): ScriptDraft {
  return {
    name: title,
    hazardous,
    steps,
    ...(profile === undefined ? {} : { profile }),
    ...(apartment === undefined ? {} : { apartment }),
  };
}

const howToFix =
  'Look at the last step shown: either the helper is wrong there, or the sequence expects what no document promises.';

export function ruleOf(sequence: RecordedSequence): Rule {
  const { id, file, title, about, level, appliesTo } = sequence;
  return {
    id,
    statement: {
      level,
      title,
      requirement: about ?? 'Every step of the sequence brings what the sequence expects of it.',
      source: { repository: 'sequences', commit: null, page: file, heading: title },
    },
    appliesTo: appliesTo ?? null,
    needs: foundations,
    ofEveryCall: false,
    howToFix,
    scripts: new Map([[scriptName, draftOf(sequence)]]),
    verify: (of, { behaviour }) => judge(sequence, of(scriptName), behaviour),
  };
}
