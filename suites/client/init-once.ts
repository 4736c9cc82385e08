import { expect } from '../../harness/rule/hresult-assertion.js';
import { rule } from '../../harness/rule/rule.js';
import { inconclusive } from '../../harness/rule/verdict.js';
import { captured, managerCalls } from '../scripts/captured.js';

/** They concern no account: the page asks for Init before accounts are accessed or notifications are set up. */
const beforeInit = new Set(['GetLastError', 'FreeMemory']);

export default rule({
  id: 'client/init-once',
  needs: [],
  howToFix: 'Call Init once, right after CoCreateInstance(CLSID_OlkAccountManager).',
  scripts: { captured },
  verify: (of) => {
    const calls = managerCalls(of('captured'))
      .map(({ method }) => method)
      .filter((method) => !beforeInit.has(method));
    if (calls.length === 0) inconclusive("the vendor's code never called the account manager");
    expect(calls[0], 'the first call of the account manager').to.equal('Init');
    expect(calls.filter((method) => method === 'Init').length, 'calls of Init').to.equal(1);
  },
});
