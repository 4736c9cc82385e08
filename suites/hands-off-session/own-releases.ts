import { expect } from '../../harness/rule/hresult-assertion.js';
import { rule } from '../../harness/rule/rule.js';
import { handedOffThenReleased, releasedThenHandedOff } from '../scripts/lives.js';

export default rule({
  id: 'hands-off-session/own-releases',
  appliesTo: 'own',
  howToFix: "Release the helper's reference in HandsOffSession, once, and set the member to nullptr so that the destructor does not release it again.",
  scripts: { releasedThenHandedOff, handedOffThenReleased },
  verify: (of) => {
    const alone = of('releasedThenHandedOff');
    const id = alone.sessionGivenBy('get');
    expect(alone.session('handsOff', id).references, 'references left on the session after HandsOffSession').to.equal(0);
    expect(alone.session('end', id).overReleases, 'releases too many by the end of the helper').to.equal(0);

    const shared = of('handedOffThenReleased');
    const other = shared.sessionGivenBy('get');
    const left = shared.session('handsOff', other).references;
    expect(left, 'references left after HandsOffSession while the caller holds one').to.equal(1);
    expect(shared.session('end', other).overReleases, 'releases too many by the end of the helper').to.equal(0);
  },
});
