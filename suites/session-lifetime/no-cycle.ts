import { expect } from '../../harness/rule/hresult-assertion.js';
import { rule } from '../../harness/rule/rule.js';
import { as, getMapiSession, open, release, script } from '../../harness/script/build.js';
import { heldByTheClient } from '../../harness/rule/references.js';

export default rule({
  id: 'session-lifetime/no-cycle',
  howToFix:
    'Where the helper also leaks its session in another order, mend that first. Give the session no counted pointer to the helper; where it must know the helper, let HandsOffSession cut the tie.',
  scripts: {
    asked: script(
      'ask for the session, release the helper first and the session last',
      open(),
      getMapiSession(),
      release('helper'),
      release('unknown'),
      as('end', release('session')),
    ),
  },
  verify: (of) => {
    for (const session of of('asked').sessions('end')) {
      const left = session.references - heldByTheClient(session);
      expect(left, 'references left on the session when all that was given is released').to.be.at.most(0);
    }
  },
});
