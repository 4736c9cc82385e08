import { expect } from '../../harness/rule/hresult-assertion.js';
import { rule } from '../../harness/rule/rule.js';
import { as, close, getIdentity, getMapiSession, open, release, script } from '../../harness/script/build.js';
import { textIn } from '../scripts/names.js';

export default rule({
  id: 'get-identity/repeatable',
  howToFix: 'Do not change the stored name in GetIdentity: copy it out.',
  scripts: {
    asked: script(
      'ask for the name, again, and when a session is out',
      open(),
      as('first', getIdentity(256)),
      as('second', getIdentity(256)),
      getMapiSession(),
      as('third', getIdentity(256)),
      release('session'),
      close(),
    ),
  },
  verify: (of) => {
    const answer = (label: string): unknown => {
      const { hresult, pcch, buffer } = of('asked').answer(label);
      // What lies behind the terminator is nobody's business.
      return { hresult, length: pcch?.after, name: hresult === 0 ? textIn(buffer?.image ?? '') : null };
    };
    expect(answer('second'), 'GetIdentity, asked again').to.deep.equal(answer('first'));
    expect(answer('third'), 'GetIdentity, asked after GetMapiSession').to.deep.equal(answer('first'));
  },
});
