import type { Evidence } from '../../harness/rule/evidence.js';
import { expect } from '../../harness/rule/hresult-assertion.js';
import { rule } from '../../harness/rule/rule.js';
import { handedOffThenReleased, releasedThenHandedOff } from '../scripts/lives.js';
import { mapiCalls } from '../scripts/mapi-lives.js';

function onlyReleases(evidence: Evidence): void {
  const loggedOff = new Set<number | null>();
  for (const { kind, session } of mapiCalls(evidence)) {
    if (session !== null && loggedOff.has(session)) {
      expect(kind, 'a call of a session that was logged off').to.equal('release');
    }
    if (kind === 'logoff') loggedOff.add(session);
  }
}

export default rule({
  id: 'mapi/logoff-then-release',
  howToFix: 'Let Logoff be the last thing before Release.',
  scripts: { releasedThenHandedOff, handedOffThenReleased },
  verify: (of) => {
    for (const life of [of('releasedThenHandedOff'), of('handedOffThenReleased')]) {
      onlyReleases(life);
      const late = life.counters('end').sessions.reduce((sum, { callsAfterRelease }) => sum + callsAfterRelease, 0);
      expect(late, 'calls of a session after its last Release').to.equal(0);
    }
  },
});
