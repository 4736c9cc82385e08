import { expect } from '../../harness/rule/hresult-assertion.js';
import { rule } from '../../harness/rule/rule.js';
import { everyTooSmallCapacity, tooSmallAnswers } from '../scripts/too-small.js';

export default rule({
  id: 'get-identity/too-small-size',
  howToFix: 'Before returning E_OUTOFMEMORY set *pcch = wcslen(name) + 1.',
  scripts: { asked: everyTooSmallCapacity },
  verify: (of) => {
    for (const { answer, what, required } of tooSmallAnswers(of('asked'))) {
      expect(answer.pcch?.after, `${what}: *pcch on return`).to.equal(required);
    }
  },
});
