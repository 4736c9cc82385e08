import { expect } from '../../harness/rule/hresult-assertion.js';
import { rule } from '../../harness/rule/rule.js';
import { as, close, getMapiSession, handsOffSession, open, release, script } from '../../harness/script/build.js';

export default rule({
  id: 'hands-off-session/borrowed-keeps',
  appliesTo: 'borrowed',
  howToFix:
    "Do not release the client's session in HandsOffSession; release the helper's own reference when the helper is destroyed.",
  scripts: {
    called: script(
      'ask for the session and hand off',
      open(),
      as('get', getMapiSession()),
      as('handsOff', handsOffSession()),
      release('session'),
      close(),
    ),
  },
  verify: (of) => {
    const called = of('called');
    const id = called.sessionGivenBy('get');
    const taken = called.session('get', id).references - called.session('handsOff', id).references;
    expect(taken, "references that HandsOffSession took from the client's session").to.equal(0);
  },
});
