/** HandsOffSession (`h`). */
import { hresults, hresultText } from '../catalogue/hresults.js';
import type { Observation } from '../record/exploration.js';
import { asItMustBe, firstFault, mustAnswer, references, violated, type Answered } from './answers.js';
import { activeHelper, ofHelpers, ofTheClient, type ModelHelper, type State } from './state.js';

const beforeGet = 'HandsOffSession before GetMapiSession';

function taken(observation: Observation): number {
  return -(observation.references.find((change) => change !== 0) ?? 0);
}

/** Whoever has handed off has nothing left to give back. */
function takesNothing(statement: 'hands-off-session/twice' | 'hands-off-session/borrowed-keeps', what: string) {
  return (observation: Observation): Answered => {
    if (taken(observation) === 0 && observation.overReleases === 0) return asItMustBe;
    const actual =
      observation.overReleases > 0
        ? 'a session released once too often'
        : `${references(taken(observation))} taken away`;
    return violated(statement, what, 'no reference taken away', actual);
  };
}

const againTakesNothing = takesNothing('hands-off-session/twice', 'HandsOffSession a second time');
const borrowedTakesNothing = takesNothing('hands-off-session/borrowed-keeps', 'HandsOffSession');

/** What is left of the session are the client's own references. */
function isReleased(after: State): Answered {
  // Another helper may have a hand in the same session, and an object of the helper's making may hold one.
  const others = after.helpers[1 - after.active]?.phase;
  if (others === 'fresh' || others === 'asked' || others === 'open' || after.held.includes('other')) return asItMustBe;
  const kept = after.sessions.findIndex(({ origin }, age) => origin === 'logon' && ofHelpers(after, age) !== 0);
  if (kept < 0) return asItMustBe;
  const left = after.sessions[kept]?.references ?? 0;
  const client = ofTheClient(after, kept);
  const what = client === 0 ? 'left on the session' : 'left on the session, which the caller holds,';
  return violated(
    'hands-off-session/own-releases',
    `${what} after HandsOffSession`,
    references(client),
    references(left),
  );
}

function ownCode({ phase, hasClosed }: ModelHelper, observation: Observation): Answered {
  if (phase === 'open')
    return mustAnswer(
      observation,
      'S_OK',
      'hands-off-session/own-s-ok',
      'HandsOffSession of a helper that logged on itself',
    );
  if (phase === 'fresh' || (phase === 'closed' && !hasClosed))
    return mustAnswer(observation, 'S_OK', 'hands-off-session/before-get', beforeGet);
  return {
    violations: [],
    open: {
      question:
        phase === 'closed' ? 'HandsOffSession when all is handed off' : 'HandsOffSession after GetMapiSession failed',
      answer: hresultText(observation.hresult),
      statement: 'sequence/deterministic',
    },
  };
}

/** Where no session was ever seen, it is not known whose it would be: the two codes that there are will do. */
function unknownCode(observation: Observation): Answered {
  const { hresult } = observation;
  if (hresult === hresults.S_OK || hresult === hresults.E_NOTIMPL)
    return {
      violations: [],
      open: { question: 'HandsOffSession', answer: hresultText(hresult), statement: 'hands-off-session/before-get' },
    };
  return violated(
    'hands-off-session/before-get',
    beforeGet,
    `${hresultText(hresults.S_OK)} or ${hresultText(hresults.E_NOTIMPL)}`,
    hresultText(hresult),
  );
}

export function judgeHandOff(before: State, after: State, observation: Observation): Answered {
  const helper = activeHelper(before);
  const again = helper.phase === 'closed' ? againTakesNothing(observation) : asItMustBe;
  switch (before.world.behaviour) {
    case 'borrowed':
      return firstFault(
        borrowedTakesNothing(observation),
        mustAnswer(
          observation,
          'E_NOTIMPL',
          'hands-off-session/borrowed-e-notimpl',
          'HandsOffSession of a borrowed session',
        ),
      );
    case 'own':
      return firstFault(
        again,
        ownCode(helper, observation),
        helper.phase === 'open' || helper.hasClosed ? isReleased(after) : asItMustBe,
      );
    case 'unknown':
      return firstFault(again, unknownCode(observation));
  }
}

/** The helper's life after the call. */
export function afterHandOff({ phase, hasClosed }: ModelHelper): Partial<ModelHelper> {
  return { phase: 'closed', hasClosed: hasClosed || phase === 'open' };
}
