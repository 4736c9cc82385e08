/**
 * One step of a sequence, judged. The documents' helper is a small machine: what GetMapiSession gives is counted for the
 * caller and kept by the helper; HandsOffSession ends a session of its own and leaves a borrowed one alone; every other
 * call answers the same whatever went before.
 */
import { failed, hex32, hresultText } from '../catalogue/hresults.js';
import type { Letter, Observation } from '../record/exploration.js';
import { asItMustBe, firstFault, mustAnswer, references, violated, type Answered } from './answers.js';
import { judgeIdentity } from './get-identity.js';
import { afterGet, isSession, judgeGet } from './get-mapi-session.js';
import { afterHandOff, judgeHandOff } from './hands-off-session.js';
import { activeHelper, counted, ofHelpers, ofTheClient, withHelper, type State } from './state.js';
import type { Judged, Violation } from './violation.js';

/** Every letter as a person would name the call. */
export const callOf: Readonly<Record<Letter, string>> = {
  i: 'GetIdentity',
  s: 'GetIdentity with a buffer that is too small',
  g: 'GetMapiSession',
  n: "the client's Release of the session that it got last",
  o: "the client's Release of the session that it got first",
  h: 'HandsOffSession',
  p: 'Placeholder1',
  q: 'QueryInterface for IUnknown',
  2: 'creating the other helper',
};

/** A count is for tests only; but no count is below zero. */
const mostReferences = 0x7fff_ffff;

/** As the client sees it: what it got it holds until it releases it. */
function withPointers(state: State, letter: Letter, { kind, hresult, out, age }: Observation): State {
  if (kind === 'skipped') return state;
  if (letter === 'g' && kind === 'returned' && !failed(hresult)) {
    if (out === 'session' && age !== null) return { ...state, held: [...state.held, age] };
    return out === 'other' ? { ...state, held: [...state.held, 'other'] } : state;
  }
  if (letter === 'n') return { ...state, held: state.held.slice(0, -1) };
  return letter === 'o' ? { ...state, held: state.held.slice(1) } : state;
}

function tooMany(letter: Letter, { world: { behaviour } }: State): Violation['statement'] {
  if (letter === 'g' || letter === 'n' || letter === 'o') return 'get-mapi-session/adds-ref';
  if (letter !== 'h') return 'get-mapi-session/keeps-own-ref';
  return behaviour === 'borrowed' ? 'hands-off-session/borrowed-keeps' : 'hands-off-session/own-releases';
}

/** What no call may do to a session, whichever it is. */
function respectsSessions(letter: Letter, before: State, after: State, observation: Observation): Answered {
  const call = callOf[letter];
  if (observation.overReleases > 0)
    return violated(
      tooMany(letter, before),
      call,
      'no release too many',
      `${String(observation.overReleases)} too many`,
    );
  if (observation.callsAfterRelease > 0)
    return violated(
      'mapi/logoff-then-release',
      `${call}: calls of a session after its last Release`,
      '0',
      String(observation.callsAfterRelease),
    );
  const robbed = after.sessions.findIndex((_, age) => ofHelpers(after, age) < 0);
  if (robbed >= 0)
    return violated(
      tooMany(letter, before),
      `${call}: left on a session to which the client has ${references(ofTheClient(after, robbed))}`,
      `at least ${references(ofTheClient(after, robbed))}`,
      references(after.sessions[robbed]?.references ?? 0),
    );
  return asItMustBe;
}

/** A helper holds what it has given, until it hands it off; a borrowed session until its end. */
function keepsSession(letter: Letter, after: State): Answered {
  const isBorrowed = after.world.behaviour === 'borrowed';
  for (const { phase, given } of after.helpers) {
    if (typeof given !== 'number' || (phase !== 'open' && !isBorrowed)) continue;
    const kept = ofHelpers(after, given);
    if (kept < 1)
      return violated(
        'get-mapi-session/keeps-own-ref',
        `${callOf[letter]}: kept by the helper`,
        'at least 1 reference',
        references(kept),
      );
  }
  return asItMustBe;
}

function usesMapi(
  letter: Letter,
  before: State,
  { initializes, uninitializes, logons, failedLogons }: Observation,
): Answered {
  const call = callOf[letter];
  if (logons + failedLogons > 0 && before.initialized + initializes === 0)
    return violated('mapi/initialize-first', `${call}: before MAPILogonEx`, 'MAPIInitialize', 'nothing');
  const left = before.initialized + initializes - uninitializes;
  if (left >= 0) return asItMustBe;
  return violated(
    'mapi/balanced',
    `${call}: MAPIUninitialize`,
    'at most as many as MAPIInitialize',
    `${String(-left)} more`,
  );
}

/** No document says that there can be two helpers at once; that there can be now and then is nothing that one can go by. */
function judgeCreation(before: State, { kind, hresult }: Observation): Answered {
  const [first, other] = before.helpers;
  const isOther = first.phase !== 'absent' && other.phase === 'absent';
  // A helper that logs on when it is made is refused, or not, by what other logons have failed before.
  if (!isOther || kind !== 'returned' || before.world.facts.failLogons > 0) return asItMustBe;
  const answer = failed(hresult) ? 'an error code' : hresultText(0);
  return { violations: [], open: { question: callOf[2], answer, statement: 'sequence/deterministic' } };
}

function ofItsKind(letter: Letter, before: State, after: State, observation: Observation): Answered {
  switch (letter) {
    case 'i':
    case 's':
      return judgeIdentity(letter, before, observation);
    case 'g':
      return judgeGet(before, after, observation);
    case 'h':
      return judgeHandOff(before, after, observation);
    case 'p':
      return mustAnswer(observation, 'E_NOTIMPL', 'placeholder1/e-notimpl', 'Placeholder1');
    case 'q':
      return firstFault(
        mustAnswer(observation, 'S_OK', 'iunknown/symmetric', 'QueryInterface for IUnknown'),
        observation.value <= mostReferences
          ? asItMustBe
          : violated('iunknown/count-returned', 'Release', 'a count', hex32(observation.value)),
      );
    case 'n':
    case 'o':
      return asItMustBe;
    case '2':
      return judgeCreation(before, observation);
  }
}

/** The lives of the helpers after the step. */
function lived(letter: Letter, before: State, after: State, observation: Observation): State {
  const helper = activeHelper(before);
  if (letter === 'g') return withHelper(after, afterGet(helper, observation));
  if (letter === 'h') return withHelper(after, afterHandOff(helper));
  return after;
}

/** Creates a helper, if it is not there yet, and makes it the one that is called. */
function turnedTo(active: 0 | 1, state: State, { kind, hresult }: Observation): State {
  const turned: State = { ...state, active };
  if (activeHelper(turned).phase !== 'absent') return turned;
  return withHelper(turned, { phase: kind === 'returned' && !failed(hresult) ? 'fresh' : 'refused' });
}

/** With what creating the first helper did: the observation of an exploration's root. */
export function created(state: State, observation: Observation): Judged {
  return judged('2', state, turnedTo(0, counted(state, observation), observation), observation);
}

export function step(state: State, letter: Letter, observation: Observation): Judged {
  if (letter === '2') {
    const other = state.active === 0 ? 1 : 0;
    return judged(letter, state, turnedTo(other, counted(state, observation), observation), observation);
  }
  if (observation.kind === 'skipped') return { state, violations: [] };
  const now = withPointers(counted(state, observation), letter, observation);
  return judged(letter, state, now, observation);
}

function judged(letter: Letter, before: State, now: State, observation: Observation): Judged {
  const after = lived(letter, before, now, observation);
  if (observation.kind === 'threw') {
    const actual = `exception ${hex32(observation.hresult)} left the method`;
    return { state: after, ...violated('abi/no-exception', callOf[letter], 'the call comes back', actual) };
  }
  const { violations: unlike, advice } =
    letter === 'g' ? isSession(activeHelper(before), observation) : { violations: [], advice: undefined };
  const { violations, open } = firstFault(
    ofItsKind(letter, before, now, observation),
    respectsSessions(letter, before, now, observation),
    keepsSession(letter, after),
    usesMapi(letter, before, observation),
    { violations: unlike },
  );
  return {
    state: after,
    violations,
    ...(advice === undefined ? {} : { advice }),
    ...(open === undefined ? {} : { open }),
  };
}
