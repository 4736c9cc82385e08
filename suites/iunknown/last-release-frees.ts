import { expect } from '../../harness/rule/hresult-assertion.js';
import { rule } from '../../harness/rule/rule.js';
import { as, getMapiSession, open, release, script } from '../../harness/script/build.js';

export default rule({
  id: 'iunknown/last-release-frees',
  appliesTo: 'borrowed',
  howToFix: 'Delete the object when its count reaches zero, and release the session in its destructor.',
  scripts: {
    asked: script(
      'ask for the session, release it, release the helper',
      open(),
      getMapiSession(),
      release('session'),
      release('helper'),
      as('end', release('unknown')),
    ),
  },
  verify: (of) => {
    for (const { references } of of('asked').counters('end').sessions) {
      expect(
        references,
        "references to the client's session after the last Release; one is the client's",
      ).to.be.at.most(1);
    }
  },
});
