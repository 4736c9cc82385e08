import { expect } from '../../harness/rule/hresult-assertion.js';
import { rule } from '../../harness/rule/rule.js';
import { inconclusive } from '../../harness/rule/verdict.js';
import { as, close, getMapiSession, open, release, script } from '../../harness/script/build.js';

export default rule({
  id: 'get-mapi-session/repeatable',
  howToFix: 'Keep the session of the first call, and give it again until HandsOffSession.',
  scripts: {
    asked: script(
      'ask for the session twice',
      open(),
      as('first', getMapiSession('first')),
      as('second', getMapiSession('second')),
      release('second'),
      release('first'),
      close(),
    ),
  },
  verify: (of) => {
    const first = of('asked').answer('first');
    const second = of('asked').answer('second');
    if (first.hresult !== 0) inconclusive('the first GetMapiSession did not answer S_OK');
    expect(second, 'a second GetMapiSession').to.have.hresult('S_OK');
    expect(second.out?.session, 'the session that the second GetMapiSession gave').to.equal(first.out?.session);
  },
});
