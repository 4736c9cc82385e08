import { expect } from '../../harness/rule/hresult-assertion.js';
import { heldByTheClient } from '../../harness/rule/references.js';
import { rule } from '../../harness/rule/rule.js';
import { as, open, release, script } from '../../harness/script/build.js';
import { neverHandedOff } from '../scripts/lives.js';

const lastReferences = "references to the session after the last Release, with the client's own";

export default rule({
  id: 'iunknown/last-release-frees',
  appliesTo: 'borrowed',
  howToFix: 'Delete the object when its count reaches zero, and release the session in its destructor.',
  scripts: {
    neverHandedOff,
    neverAsked: script('create the helper and release it', open(), release('helper'), as('end', release('unknown'))),
  },
  verify: (of) => {
    for (const session of of('neverHandedOff').sessions('end')) {
      expect(session.references, lastReferences).to.be.at.most(heldByTheClient(session));
    }
    // Without a call of GetMapiSession, whose own faults are others' to find.
    for (const session of of('neverAsked').sessions('end')) {
      expect(session.references, lastReferences).to.equal(heldByTheClient(session));
    }
  },
});
