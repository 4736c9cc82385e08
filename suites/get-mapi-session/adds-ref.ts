import { expect } from '../../harness/rule/hresult-assertion.js';
import { rule } from '../../harness/rule/rule.js';
import { as, close, getMapiSession, open, release, script } from '../../harness/script/build.js';

export default rule({
  id: 'get-mapi-session/adds-ref',
  howToFix: 'AddRef the session exactly once for the caller before *ppmsess is set: (*ppmsess = session)->AddRef();',
  scripts: {
    asked: script(
      'ask for the session twice and release what came',
      open(),
      as('first', getMapiSession('first')),
      as('second', getMapiSession('second')),
      as('releasedSecond', release('second')),
      as('releasedFirst', release('first')),
      close(),
    ),
  },
  verify: (of) => {
    const asked = of('asked');
    const id = asked.sessionGivenBy('first');
    if (asked.answer('second').out?.session === id && asked.answer('first').out?.session === id) {
      // The first call may take references that the helper keeps; the second can only add the caller's.
      const added = asked.session('second', id).references - asked.session('first', id).references;
      expect(added, 'references that the second GetMapiSession added to the session').to.equal(1);
    }
    const { overReleases } = asked.session('releasedFirst', id);
    expect(overReleases, 'releases too many after the caller released just what it got').to.equal(0);
  },
});
