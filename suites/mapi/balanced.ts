import { failed } from '../../harness/catalogue/hresults.js';
import type { Evidence } from '../../harness/rule/evidence.js';
import { expect } from '../../harness/rule/hresult-assertion.js';
import { rule } from '../../harness/rule/rule.js';
import { initializeFails, logonFails, memoryRunsOut } from '../scripts/failing.js';
import { releasedThenHandedOff } from '../scripts/lives.js';
import { mapiCalls } from '../scripts/mapi-lives.js';

function balances(evidence: Evidence, when: string): void {
  const { initializes, uninitializes } = evidence.counters('end');
  expect(uninitializes, `MAPIUninitialize calls ${when}, of as many MAPIInitialize`).to.equal(initializes);
}

export default rule({
  id: 'mapi/balanced',
  howToFix:
    'Call MAPIUninitialize once for every MAPIInitialize that succeeded, on every way out, also when the logon failed.',
  scripts: { releasedThenHandedOff, logonFails, initializeFails, memoryRunsOut },
  verify: (of) => {
    mapiCalls(of('releasedThenHandedOff'));
    balances(of('releasedThenHandedOff'), 'in an ordinary life');
    if (of('logonFails').answered('end')) balances(of('logonFails'), 'when the logon fails');
    if (of('initializeFails').answered('end')) balances(of('initializeFails'), 'when MAPIInitialize fails');
    // A helper that asks MAPI for no memory gets its session then, and how that ends is the ordinary life's matter.
    const withoutMemory = of('memoryRunsOut');
    if (withoutMemory.answered('end') && failed(withoutMemory.answer('get').hresult ?? 0))
      balances(withoutMemory, 'when MAPI has no memory');
  },
});
