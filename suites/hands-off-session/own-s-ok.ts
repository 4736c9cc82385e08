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
    expect(of('releasedThenHandedOff').answer('handsOff'), what).to.have.hresult('S_OK');
    expect(
      of('handedOffThenReleased').answer('handsOff'),
      `${what}, while the caller still holds the session`,
    ).to.have.hresult('S_OK');
  },
});
