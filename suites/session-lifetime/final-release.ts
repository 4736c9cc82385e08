import { expect } from '../../harness/rule/hresult-assertion.js';
import { rule } from '../../harness/rule/rule.js';
import { as, getMapiSession, open, release, script } from '../../harness/script/build.js';

export default rule({
  id: 'session-lifetime/final-release',
  appliesTo: 'own',
  howToFix: 'Release the session in the destructor as well, when HandsOffSession has not done so.',
  scripts: {
    asked: script(
      'ask for the session, release it, release the helper without HandsOffSession',
      open(),
      getMapiSession(),
      release('session'),
      release('helper'),
      as('end', release('unknown')),
    ),
  },
  verify: (of) => {
    for (const { references } of of('asked').counters('end').sessions) {
      expect(references, 'references left on the session when the helper is gone').to.equal(0);
    }
  },
});
