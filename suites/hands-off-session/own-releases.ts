import type { Evidence } from '../../harness/rule/evidence.js';
import type { CountedSession } from '../../harness/record/transcript.js';
import { expect } from '../../harness/rule/hresult-assertion.js';
import { rule } from '../../harness/rule/rule.js';
import { handedOffThenReleased, releasedThenHandedOff } from '../scripts/lives.js';

/** The helper's own sessions after that step; what GetMapiSession gave may be an object of its own around one. */
function logons(evidence: Evidence, label: string): CountedSession[] {
  return evidence.sessions(label).filter(({ origin }) => origin === 'logon');
}

function total(sessions: readonly CountedSession[], what: 'references' | 'overReleases'): number {
  return sessions.reduce((sum, session) => sum + session[what], 0);
}

export default rule({
  id: 'hands-off-session/own-releases',
  appliesTo: 'own',
  howToFix:
    "Release the helper's reference in HandsOffSession, once, and set the member to nullptr so that the destructor does not release it again.",
  scripts: { releasedThenHandedOff, handedOffThenReleased },
  verify: (of) => {
    const alone = of('releasedThenHandedOff');
    const left = total(logons(alone, 'handsOff'), 'references');
    expect(left, 'references left on the session after HandsOffSession').to.equal(0);
    expect(total(logons(alone, 'end'), 'overReleases'), 'releases too many by the end of the helper').to.equal(0);

    const shared = of('handedOffThenReleased');
    if (shared.answer('get').out?.session !== null) {
      const held = total(logons(shared, 'handsOff'), 'references');
      expect(held, 'references left after HandsOffSession while the caller holds one').to.equal(1);
    }
    expect(total(logons(shared, 'end'), 'overReleases'), 'releases too many by the end of the helper').to.equal(0);
  },
});
