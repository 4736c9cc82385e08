import { hresults } from '../../harness/catalogue/hresults.js';
import { behaviourIn } from '../../harness/rule/behaviour.js';
import { expect } from '../../harness/rule/hresult-assertion.js';
import { rule } from '../../harness/rule/rule.js';
import { inconclusive } from '../../harness/rule/verdict.js';
import { releasedThenHandedOff } from '../scripts/lives.js';
import { as, close, getMapiSession, handsOffSession, open, release, script } from '../../harness/script/build.js';

export default rule({
  id: 'hands-off-session/before-get',
  howToFix: 'Where there is nothing to release yet, release nothing, and answer as always.',
  scripts: {
    called: script(
      'hand off before a session was asked for, then lead the ordinary life',
      open(),
      as('before', handsOffSession()),
      as('again', handsOffSession()),
      as('get', getMapiSession()),
      release('session'),
      handsOffSession(),
      close(),
    ),
    releasedThenHandedOff,
  },
  verify: (of) => {
    const called = of('called');
    const before = called.answerOrFail('before');
    // After HandsOffSession a helper may refuse to give a session: whose it hands out shows in an ordinary life.
    const behaviour =
      behaviourIn(called.transcript) ??
      behaviourIn(of('releasedThenHandedOff').transcript) ??
      inconclusive('the harness saw no session handed out');
    expect(before, 'HandsOffSession before GetMapiSession').to.have.hresult(behaviour === 'own' ? 'S_OK' : 'E_NOTIMPL');
    expect(called.answer('again').hresult, 'HandsOffSession before GetMapiSession, a second time').to.equal(
      before.hresult ?? hresults.S_OK,
    );
  },
});
