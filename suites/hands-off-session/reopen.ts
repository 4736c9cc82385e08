import { AssertionError } from 'chai';

import { failed } from '../../harness/catalogue/hresults.js';
import { expect } from '../../harness/rule/hresult-assertion.js';
import { rule } from '../../harness/rule/rule.js';
import {
  as,
  close,
  getMapiSession,
  handsOffSession,
  observe,
  open,
  release,
  script,
} from '../../harness/script/build.js';

export default rule({
  id: 'hands-off-session/reopen',
  howToFix:
    'After HandsOffSession open a session anew on the next GetMapiSession, or answer with an error code and NULL.',
  scripts: {
    called: script(
      'ask for the session, hand off, ask again',
      open(),
      getMapiSession('first'),
      release('first'),
      handsOffSession(),
      as('handedOff', observe()),
      as('again', getMapiSession('second')),
      release('second'),
      handsOffSession(),
      close(),
    ),
  },
  verify: (of) => {
    const called = of('called');
    const again = called.answerOrFail('again');
    if (failed(again.hresult ?? 0)) {
      expect(again.out?.pointer, '*ppmsess after GetMapiSession failed').to.equal('null');
      return;
    }
    const id = again.out?.session ?? null;
    const before = called.sessions('handedOff').find((session) => session.id === id);
    if (before?.origin === 'logon' && before.references === 0) {
      throw new AssertionError('GetMapiSession gave a session that had been released for good', {
        expected: 'a living session, or an error code',
        actual: `session ${String(id)}, whose last reference was gone`,
      });
    }
  },
});
