import { expect } from '../../harness/rule/hresult-assertion.js';
import { rule } from '../../harness/rule/rule.js';
import { as, open, release, script } from '../../harness/script/build.js';
import { neverHandedOff } from '../scripts/lives.js';

export default rule({
  id: 'iunknown/last-release-frees',
  appliesTo: 'borrowed',
  howToFix: 'Delete the object when its count reaches zero, and release the session in its destructor.',
  scripts: {
    neverHandedOff,
    neverAsked: script('create the helper and release it', open(), release('helper'), as('end', release('unknown'))),
  },
  verify: (of) => {
    for (const { references } of of('neverHandedOff').sessions('end')) {
      expect(
        references,
        "references to the client's session after the last Release; one is the client's",
      ).to.be.at.most(1);
    }
    // Without a call of GetMapiSession, whose own faults are others' to find.
    for (const { references } of of('neverAsked').sessions('end')) {
      expect(references, "references to the client's session after the last Release: the client's one").to.equal(1);
    }
  },
});
