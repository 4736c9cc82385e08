import { AssertionError } from 'chai';

import { hresults, hresultText } from '../../harness/catalogue/hresults.js';
import { behaviourIn } from '../../harness/rule/behaviour.js';
import type { Evidence } from '../../harness/rule/evidence.js';
import { rule } from '../../harness/rule/rule.js';
import { inconclusive } from '../../harness/rule/verdict.js';
import { handedOffThenReleased, releasedThenHandedOff } from '../scripts/lives.js';

/** What each code claims of the session. Another code claims nothing; that it is wrong is the finding of other checks. */
const claims = new Map<number | undefined, 'own' | 'borrowed'>([
  [hresults.S_OK, 'own'],
  [hresults.E_NOTIMPL, 'borrowed'],
]);

const whose = { own: "a session of the helper's making", borrowed: "the client's session" };

function claimHolds(evidence: Evidence): void {
  const { hresult = 0 } = evidence.answer('handsOff');
  const claimed = claims.get(hresult);
  const seen = behaviourIn(evidence.transcript);
  if (seen === undefined) inconclusive('the harness saw no session handed out');
  if (claimed === undefined || claimed === seen) return;
  throw new AssertionError(
    `HandsOffSession answered ${hresultText(hresult)}, but GetMapiSession had given ${whose[seen]}`,
    {
      expected: hresultText(seen === 'own' ? hresults.S_OK : hresults.E_NOTIMPL),
      actual: hresultText(hresult),
    },
  );
}

export default rule({
  id: 'hands-off-session/code-matches-behaviour',
  howToFix:
    'Let the same condition decide about both: S_OK where the helper logged on itself, E_NOTIMPL where it was given the session.',
  scripts: { releasedThenHandedOff, handedOffThenReleased },
  verify: (of) => {
    claimHolds(of('releasedThenHandedOff'));
    claimHolds(of('handedOffThenReleased'));
  },
});
