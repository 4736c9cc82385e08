import { AssertionError } from 'chai';

import { failed, hresults, hresultText } from '../../harness/catalogue/hresults.js';
import type { Evidence } from '../../harness/rule/evidence.js';
import { rule } from '../../harness/rule/rule.js';
import { logonFails } from '../scripts/failing.js';
import { askedAgain } from '../scripts/lives.js';

function isResult(evidence: Evidence, label: string): void {
  const { hresult = hresults.S_OK } = evidence.answer(label);
  if (hresult === hresults.S_OK || failed(hresult)) return;
  const expected = `${hresultText(hresults.S_OK)} or an error code`;
  throw new AssertionError(`GetMapiSession: expected ${expected}, got ${hresultText(hresult)}`, {
    expected,
    actual: hresultText(hresult),
  });
}

export default rule({
  id: 'get-mapi-session/result',
  howToFix: 'Return S_OK when *ppmsess was set, and otherwise the error code of what failed; S_FALSE is neither.',
  scripts: {
    askedAgain,
    refused: logonFails,
  },
  verify: (of) => {
    for (const label of ['first', 'second', 'afterHandsOff']) isResult(of('askedAgain'), label);
    if (of('refused').answered('get')) isResult(of('refused'), 'get');
  },
});
