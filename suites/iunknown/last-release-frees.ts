import { expect } from '../../harness/rule/hresult-assertion.js';
import { rule } from '../../harness/rule/rule.js';
import { neverHandedOff } from '../scripts/lives.js';

export default rule({
  id: 'iunknown/last-release-frees',
  appliesTo: 'borrowed',
  howToFix: 'Delete the object when its count reaches zero, and release the session in its destructor.',
  scripts: { neverHandedOff },
  verify: (of) => {
    for (const { references } of of('neverHandedOff').counters('end').sessions) {
      expect(
        references,
        "references to the client's session after the last Release; one is the client's",
      ).to.be.at.most(1);
    }
  },
});
