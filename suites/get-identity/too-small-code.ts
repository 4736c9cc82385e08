import { expect } from '../../harness/rule/hresult-assertion.js';
import { rule } from '../../harness/rule/rule.js';
import { everyTooSmallCapacity, tooSmallAnswers } from '../scripts/too-small.js';

export default rule({
  id: 'get-identity/too-small-code',
  howToFix:
    'Return E_OUTOFMEMORY whenever *pcch < wcslen(name) + 1, also for a capacity of 0; not HRESULT_FROM_WIN32(ERROR_INSUFFICIENT_BUFFER), and never S_OK with a truncated name.',
  scripts: { asked: everyTooSmallCapacity },
  verify: (of) => {
    for (const { answer, what } of tooSmallAnswers(of('asked'))) {
      expect(answer, what).to.have.hresult('E_OUTOFMEMORY');
    }
  },
});
