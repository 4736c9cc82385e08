import { expect } from '../../harness/rule/hresult-assertion.js';
import { rule } from '../../harness/rule/rule.js';
import { as, close, getMapiSession, handsOffSession, open, release, script } from '../../harness/script/build.js';

export default rule({
  id: 'hands-off-session/borrowed-e-notimpl',
  appliesTo: 'borrowed',
  howToFix: 'Where the session came from the client, let HandsOffSession do nothing but return E_NOTIMPL.',
  scripts: {
    called: script(
      'hand off before a session was asked for, while it is out, again, and after its release',
      open(),
      as('before', handsOffSession()),
      getMapiSession(),
      as('while', handsOffSession()),
      as('again', handsOffSession()),
      release('session'),
      as('after', handsOffSession()),
      close(),
    ),
  },
  verify: (of) => {
    const called = of('called');
    expect(called.answer('while'), 'HandsOffSession while the session is out').to.have.hresult('E_NOTIMPL');
    expect(called.answer('again'), 'HandsOffSession a second time').to.have.hresult('E_NOTIMPL');
    expect(called.answer('after'), 'HandsOffSession after the session was released').to.have.hresult('E_NOTIMPL');
    expect(called.answer('before'), 'HandsOffSession before GetMapiSession').to.have.hresult('E_NOTIMPL');
  },
});
