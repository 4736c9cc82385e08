/** GetMapiSession (`g`). */
import { failed, hresults, hresultText } from '../catalogue/hresults.js';
import type { Observation } from '../record/exploration.js';
import { asItMustBe, firstFault, references, violated, type Answered } from './answers.js';
import { activeHelper, ofHelpers, type ModelHelper, type State } from './state.js';
import type { Judged } from './violation.js';

const moments: Readonly<Record<ModelHelper['phase'], string>> = {
  absent: 'GetMapiSession',
  refused: 'GetMapiSession',
  fresh: 'the first GetMapiSession',
  asked: 'GetMapiSession after one that failed',
  open: 'GetMapiSession again',
  closed: 'GetMapiSession after HandsOffSession',
};

const outTexts: Readonly<Record<Observation['out'], string>> = {
  none: 'nothing',
  untouched: 'the pointer untouched',
  null: 'NULL',
  session: 'a session',
  other: 'another object',
};

/** What a success gives must be a session, and a failure must leave NULL. */
export function formed(phase: ModelHelper['phase'], { hresult, out }: Observation, what = moments[phase]): Answered {
  if (failed(hresult)) {
    if (out === 'null') return asItMustBe;
    // After HandsOffSession it is only recommended that the call works or fails cleanly.
    const statement = phase === 'closed' ? 'hands-off-session/reopen' : 'get-mapi-session/failure-nulls-out';
    return violated(statement, `*ppmsess after ${what} failed`, 'NULL', outTexts[out]);
  }
  if (hresult !== hresults.S_OK)
    return violated(
      'get-mapi-session/result',
      what,
      `${hresultText(hresults.S_OK)} or an error code`,
      hresultText(hresult),
    );
  if (out === 'session' || out === 'other') return asItMustBe;
  return violated(
    'get-mapi-session/success-gives-session',
    `*ppmsess after ${what} answered S_OK`,
    'a session',
    outTexts[out],
  );
}

/** The session must live, and be the one that the helper gave before, unless that was handed off. */
function isCurrent(before: State, after: State, { hresult, age, logons }: Observation): Answered {
  const { phase } = activeHelper(before);
  if (failed(hresult))
    return phase === 'open'
      ? violated('get-mapi-session/repeatable', moments[phase], hresultText(hresults.S_OK), hresultText(hresult))
      : asItMustBe;
  if (age === null) return asItMustBe;
  const old = age < logons ? undefined : before.sessions[age - logons];
  if (old?.origin === 'logon' && old.references === 0)
    return violated(
      'hands-off-session/reopen',
      moments[phase],
      'a living session, or an error code',
      'a session whose last reference was gone',
    );
  const given = activeHelper(after).given;
  if (phase !== 'open' || typeof given !== 'number' || given === age) return asItMustBe;
  return violated('get-mapi-session/repeatable', moments[phase], 'the same session', 'another one');
}

/** The caller's pointer is counted, and the helper keeps a reference of its own. */
function isCounted(before: State, after: State, observation: Observation): Answered {
  const { age, logons } = observation;
  if (failed(observation.hresult) || age === null) return asItMustBe;
  const { phase, given } = activeHelper(before);
  const added = observation.references[age] ?? 0;
  const isAgain = phase === 'open' && typeof given === 'number' && given + logons === age;
  const what = `${moments[phase]}: added to the session`;
  if (isAgain && added !== 1) return violated('get-mapi-session/adds-ref', what, references(1), references(added));
  const kept = ofHelpers(after, age);
  if (kept >= 1) return asItMustBe;
  return age >= logons && added < 1
    ? violated('get-mapi-session/adds-ref', what, references(1), references(added))
    : violated(
        'get-mapi-session/keeps-own-ref',
        `${moments[phase]}: kept by the helper`,
        'at least 1 reference',
        references(kept),
      );
}

/** Whether there is a session is for the helper to say; but it cannot say now this, now that. */
function openAnswer({ world, failedLogons }: State, helper: ModelHelper, observation: Observation): Answered {
  const { phase, hasClosed } = helper;
  if (phase === 'open') return asItMustBe;
  const circumstances = [
    ...(hasClosed ? ['a session was handed off before'] : []),
    ...(world.facts.failLogons > failedLogons ? ['logons fail'] : []),
  ];
  const { hresult } = observation;
  return {
    violations: [],
    open: {
      question: [moments[phase], ...circumstances].join(', '),
      answer: hresultText(hresult),
      statement: phase === 'closed' ? 'hands-off-session/reopen' : 'sequence/deterministic',
    },
  };
}

/** `after` has the session's references as they stand, and the client holds what it got. */
export function judgeGet(before: State, after: State, observation: Observation): Answered {
  const helper = activeHelper(before);
  return firstFault(
    formed(helper.phase, observation),
    isCurrent(before, after, observation),
    isCounted(before, after, observation),
    openAnswer(before, helper, observation),
  );
}

/** The helper's life after the call. */
export function afterGet({ phase }: ModelHelper, { hresult, out, age }: Observation): Partial<ModelHelper> {
  if (!failed(hresult) && out === 'session' && age !== null) return { phase: 'open', given: age };
  if (!failed(hresult) && out === 'other') return { phase: 'open', given: 'other' };
  return phase === 'fresh' ? { phase: 'asked' } : {};
}

/** Whoever asks must be led to a session; that the pointer is none itself is only advised against: a caller might cast it. */
export function isSession(
  { phase }: ModelHelper,
  { hresult, session }: Observation,
): Answered & Pick<Judged, 'advice'> {
  if (session === undefined || failed(hresult)) return asItMustBe;
  const what = `QueryInterface for IMAPISession of what ${moments[phase]} gave`;
  const statement = 'get-mapi-session/is-imapisession';
  if (session === 'none') return violated(statement, what, 'S_OK', 'no session');
  const { violations: advice } = violated(statement, what, 'the same pointer', 'another one');
  return { violations: [], advice };
}
