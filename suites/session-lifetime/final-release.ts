import { expect } from '../../harness/rule/hresult-assertion.js';
import { rule } from '../../harness/rule/rule.js';
import { neverHandedOff } from '../scripts/lives.js';

export default rule({
  id: 'session-lifetime/final-release',
  appliesTo: 'own',
  howToFix: 'Release the session in the destructor as well, when HandsOffSession has not done so.',
  scripts: { neverHandedOff },
  verify: (of) => {
    for (const { references } of of('neverHandedOff').counters('end').sessions) {
      expect(references, 'references left on the session when the helper is gone').to.equal(0);
    }
  },
});
