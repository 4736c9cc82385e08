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
    if (of('memoryRunsOut').answered('end')) balances(of('memoryRunsOut'), 'when MAPI has no memory');
  },
});
