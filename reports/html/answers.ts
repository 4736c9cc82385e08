/** Transcripts → what the helper answered in each situation of the documented table, and how often. */
import { hex32, hresults, hresultText } from '../../harness/catalogue/hresults.js';
import type { RunRecord, Transcript } from '../../harness/record/run-record.js';
import type { Outcome } from '../../harness/record/transcript.js';
import type { SituationName } from './situations.js';

type Step = Transcript['script']['steps'][number];
type GetIdentityStep = Extract<Step, { do: 'getIdentity' }>;

export type Answer =
  | { readonly kind: 'hresult'; readonly hresult: number }
  | { readonly kind: 'threw'; readonly code: string }
  | { readonly kind: 'died' };

export interface CountedAnswer {
  readonly answer: Answer;
  readonly times: number;
}

/** What a script has done to its helper so far, where it decides which situation the next call is in. */
interface Past {
  /** Characters that the profile's name needs; undefined: nobody knows. */
  readonly size: number | undefined;
  mapiRefuses: boolean;
  given: number;
  handedOff: number;
}

/** The answers of the whole run by situation, those that came most often first. */
export function answersIn({ subject, transcripts }: RunRecord): ReadonlyMap<SituationName, readonly CountedAnswer[]> {
  const all = new Map<SituationName, Map<string, { answer: Answer; times: number }>>();
  for (const transcript of transcripts) {
    const size = subject.profile.isKnown ? transcript.script.profile.length + 1 : undefined;
    const past: Past = { size, mapiRefuses: false, given: 0, handedOff: 0 };
    for (const [at, step] of transcript.script.steps.entries()) {
      const outcome = transcript.steps[at]?.outcome;
      if (outcome === undefined) break;
      const situation = situationOf(step, outcome, past);
      const answer = answerOf(outcome);
      if (situation !== undefined && answer !== undefined) note(all, situation, answer);
      remember(past, step, outcome);
    }
  }
  return new Map(
    [...all].map(([name, counted]) => [name, [...counted.values()].toSorted((a, b) => b.times - a.times)]),
  );
}

/** An HRESULT by its name alone, where it has one. */
export function shortHresult(hresult: number): string {
  return hresultText(hresult).replace(/ \(.*$/, '');
}

/** The same for a method of the helper: COM and MAPI share a number, and only MAPI's meaning of it can be meant here. */
export function helperHresult(hresult: number): string {
  return hresult === hresults.MAPI_E_LOGON_FAILED ? 'MAPI_E_LOGON_FAILED' : shortHresult(hresult);
}

function note(
  all: Map<SituationName, Map<string, { answer: Answer; times: number }>>,
  situation: SituationName,
  answer: Answer,
): void {
  const counted = all.get(situation) ?? new Map<string, { answer: Answer; times: number }>();
  all.set(situation, counted);
  const key = JSON.stringify(answer);
  const entry = counted.get(key) ?? { answer, times: 0 };
  entry.times += 1;
  counted.set(key, entry);
}

function answerOf(outcome: Outcome): Answer | undefined {
  switch (outcome.kind) {
    case 'returned':
      return outcome.hresult === undefined ? undefined : { kind: 'hresult', hresult: outcome.hresult };
    case 'threw':
      return { kind: 'threw', code: hex32(outcome.code) };
    case 'died':
      return { kind: 'died' };
    case 'unreached':
      return undefined;
  }
}

function situationOf(step: Step, outcome: Outcome, past: Past): SituationName | undefined {
  switch (step.do) {
    case 'placeholder1':
      return step.argument === 'null' ? 'placeholderNull' : 'placeholderPointer';
    case 'getIdentity':
      return identitySituation(step, outcome, past);
    case 'getMapiSession':
      if (step.out === 'null') return 'sessionNullOut';
      if (past.mapiRefuses) return 'sessionMapiFails';
      if (past.handedOff > 0) return 'sessionAfterHandsOff';
      return past.given > 0 ? 'sessionAgain' : 'sessionFirst';
    case 'handsOffSession':
      if (past.mapiRefuses) return undefined;
      if (past.handedOff > 0) return 'handsOffAgain';
      return past.given > 0 ? 'handsOffAfterGet' : 'handsOffBefore';
    default:
      return undefined;
  }
}

function identitySituation(
  { pcch, buffer }: GetIdentityStep,
  outcome: Outcome,
  { size }: Past,
): SituationName | undefined {
  if (pcch === 'null') return 'identityNullPcch';
  const asked = pcch === 'reported' ? (outcome.kind === 'returned' ? outcome.pcch?.before : undefined) : pcch;
  if (buffer === 'null') return asked === 0 ? 'identitySizeQuery' : 'identityNoBuffer';
  if (size === undefined || asked === undefined) return undefined;
  return asked < size ? 'identityTooSmall' : 'identityFits';
}

function remember(past: Past, step: Step, outcome: Outcome): void {
  switch (step.do) {
    case 'create':
      past.given = 0;
      past.handedOff = 0;
      break;
    case 'configureProvider':
      past.mapiRefuses = [step.failInitialize, step.failLogon, step.failAllocation].some(
        (refused = 0) => refused !== 0,
      );
      past.mapiRefuses ||= step.refuseSessionInterface === true;
      break;
    case 'getMapiSession':
      if (outcome.kind === 'returned' && outcome.out?.pointer.startsWith('p') === true) past.given += 1;
      break;
    case 'handsOffSession':
      past.handedOff += 1;
      break;
    default:
      break;
  }
}
