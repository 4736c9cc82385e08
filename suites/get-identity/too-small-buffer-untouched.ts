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
      const [first, last] = answer.buffer?.changed ?? [0, -1];
      expect(last - first + 1, `${what} wrote to the buffer, characters`).to.equal(0);
    }
  },
});
