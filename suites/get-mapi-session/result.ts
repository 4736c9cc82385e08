import { AssertionError } from 'chai';

import { failed, hresults, hresultText } from '../../harness/catalogue/hresults.js';
import type { Evidence } from '../../harness/rule/evidence.js';
import { rule } from '../../harness/rule/rule.js';
import { as, close, getMapiSession, handsOffSession, open, release, script } from '../../harness/script/build.js';
import { logonFails } from '../scripts/failing.js';

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
    asked: script(
      'ask for the session, again, and after handing it off',
      open(),
      as('first', getMapiSession('first')),
      as('second', getMapiSession('second')),
      handsOffSession(),
      as('afterHandsOff', getMapiSession('third')),
      release('third'),
      release('second'),
      release('first'),
      close(),
    ),
    refused: logonFails,
  },
  verify: (of) => {
    for (const label of ['first', 'second', 'afterHandsOff']) isResult(of('asked'), label);
    if (of('refused').answered('get')) isResult(of('refused'), 'get');
  },
});
