import { expect } from '../../harness/rule/hresult-assertion.js';
import { rule } from '../../harness/rule/rule.js';
import { as, close, getMapiSession, handsOffSession, open, release, script } from '../../harness/script/build.js';

/** The commonest of the mistakes first: the first one that is found is the one that is told. */
const moments = [
  ['while', 'HandsOffSession while the session is out'],
  ['again', 'HandsOffSession a second time'],
  ['after', 'HandsOffSession after the session was released'],
  ['before', 'HandsOffSession before GetMapiSession'],
] as const;

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
    // One wrong answer is enough, also where the process ended before the others could come.
    for (const [label, what] of moments)
      if (called.answered(label)) expect(called.answer(label), what).to.have.hresult('E_NOTIMPL');
    for (const [label] of moments) called.answer(label);
  },
});
