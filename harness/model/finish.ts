/** The end of a sequence: the client has released all that it got, and then its helpers. */
import { hex32 } from '../catalogue/hresults.js';
import type { End } from '../record/exploration.js';
import { asItMustBe, firstFault, references, violated, type Answered } from './answers.js';
import type { State } from './state.js';
import type { Violation } from './violation.js';

/** A count is for tests only; but no count is below zero. */
const mostReferences = 0x7fff_ffff;

function sessionsAreFreed({ world: { behaviour }, sessions, helpers }: State, end: End): Answered {
  const statement = behaviour === 'borrowed' ? 'iunknown/last-release-frees' : 'session-lifetime/final-release';
  if (end.overReleases > 0) {
    const wasHandedOff = helpers.some(({ hasClosed }) => hasClosed);
    return violated(
      behaviour === 'own' && wasHandedOff ? 'hands-off-session/own-releases' : statement,
      'releases too many when the helper is gone',
      '0',
      String(end.overReleases),
    );
  }
  for (const [age, { origin }] of sessions.entries()) {
    const left = end.references[age] ?? 0;
    const expected = origin === 'offered' ? 1 : 0;
    if (left !== expected)
      return violated(statement, 'left on the session when the helper is gone', references(expected), references(left));
  }
  return asItMustBe;
}

function mapiIsLeft({ helpers }: State, { initialized }: End): Answered {
  if (initialized === 0) return asItMustBe;
  // A helper without a destructor leaves its session and MAPI: where HandsOffSession was not called, that is one fault.
  const wasLeftOpen = helpers.some(({ phase }) => phase === 'open' || phase === 'fresh');
  return violated(
    wasLeftOpen ? 'session-lifetime/final-release' : 'mapi/balanced',
    'MAPIInitialize without MAPIUninitialize when the helper is gone',
    '0',
    String(initialized),
  );
}

function countsAreCounts({ counts }: End): Answered {
  const wrong = counts.find((count) => count > mostReferences);
  return wrong === undefined
    ? asItMustBe
    : violated('iunknown/count-returned', 'the last Release', 'a count', hex32(wrong));
}

export function finish(state: State, end: End): readonly Violation[] {
  if (end.kind === 'threw')
    return violated('abi/no-exception', 'the last Release', 'the call comes back', 'an exception left the method')
      .violations;
  const late =
    end.callsAfterRelease === 0
      ? asItMustBe
      : violated(
          'mapi/logoff-then-release',
          'calls of a session after its last Release when the helper is gone',
          '0',
          String(end.callsAfterRelease),
        );
  return firstFault(sessionsAreFreed(state, end), late, mapiIsLeft(state, end), countsAreCounts(end)).violations;
}
