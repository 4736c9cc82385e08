import { expect } from '../../harness/rule/hresult-assertion.js';
import { rule } from '../../harness/rule/rule.js';
import { everyTooSmallCapacity, tooSmallAnswers } from '../scripts/too-small.js';

export default rule({
  id: 'get-identity/too-small-buffer-untouched',
  howToFix:
    'Compare *pcch with the size required before the first write to pwszIdentity; do not terminate or clear the buffer either.',
  scripts: { asked: everyTooSmallCapacity },
  verify: (of) => {
    for (const { answer, what } of tooSmallAnswers(of('asked'))) {
      expect(answer.buffer?.changed, `${what} wrote to the buffer, characters`).to.equal(null);
    }
  },
});
