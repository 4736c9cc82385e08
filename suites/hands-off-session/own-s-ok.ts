import { expect } from '../../harness/rule/hresult-assertion.js';
import { rule } from '../../harness/rule/rule.js';
import { handedOffThenReleased, releasedThenHandedOff } from '../scripts/lives.js';

export default rule({
  id: 'hands-off-session/own-s-ok',
  appliesTo: 'own',
  howToFix: 'Where the helper logged on itself, release the session in HandsOffSession and return S_OK.',
  scripts: { releasedThenHandedOff, handedOffThenReleased },
  verify: (of) => {
    const what = 'HandsOffSession of a helper that logged on itself';
    const orders = [
      [of('releasedThenHandedOff'), what],
      [of('handedOffThenReleased'), `${what}, while the caller still holds the session`],
    ] as const;
    // One wrong answer is enough, also where the process ended before the other could come.
    for (const [life, when] of orders)
      if (life.answered('handsOff')) expect(life.answer('handsOff'), when).to.have.hresult('S_OK');
    for (const [life] of orders) life.answer('handsOff');
  },
});
