import { expect } from '../../harness/rule/hresult-assertion.js';
import { rule } from '../../harness/rule/rule.js';
import { as, close, getMapiSession, open, release, script } from '../../harness/script/build.js';
import { heldByTheClient } from '../../harness/rule/references.js';

export default rule({
  id: 'get-mapi-session/keeps-own-ref',
  howToFix:
    'Keep a counted pointer to the session in the helper, and give the caller one more reference, not the only one.',
  scripts: {
    asked: script(
      'ask for the session and release what came',
      open(),
      as('get', getMapiSession()),
      as('released', release('session')),
      close(),
    ),
  },
  verify: (of) => {
    const asked = of('asked');
    const session = asked.session('released', asked.sessionGivenBy('get'));
    const kept = session.references - heldByTheClient(session);
    expect(kept, 'references that the helper keeps on the session').to.be.at.least(1);
  },
});
