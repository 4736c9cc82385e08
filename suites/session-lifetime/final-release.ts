import { expect } from '../../harness/rule/hresult-assertion.js';
import { heldByTheClient } from '../../harness/rule/references.js';
import { rule } from '../../harness/rule/rule.js';
import { neverHandedOff } from '../scripts/lives.js';

export default rule({
  id: 'session-lifetime/final-release',
  appliesTo: 'own',
  howToFix: 'Release the session in the destructor as well, when HandsOffSession has not done so.',
  scripts: { neverHandedOff },
  verify: (of) => {
    for (const session of of('neverHandedOff').sessions('end')) {
      const left = session.references - heldByTheClient(session);
      expect(left, 'references left on the session when the helper is gone').to.equal(0);
      expect(session.overReleases, 'releases too many when the helper is gone').to.equal(0);
    }
  },
});
