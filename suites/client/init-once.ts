import { expect } from '../../harness/rule/hresult-assertion.js';
import { rule } from '../../harness/rule/rule.js';
import { captured, managerCalls } from '../scripts/captured.js';

export default rule({
  id: 'client/init-once',
  needs: [],
  howToFix: 'Call Init once, right after CoCreateInstance(CLSID_OlkAccountManager).',
  scripts: { captured },
  verify: (of) => {
    const calls = managerCalls(of('captured')).map(({ method }) => method);
    expect(calls[0], 'the first call of the account manager').to.equal('Init');
    expect(calls.filter((method) => method === 'Init').length, 'calls of Init').to.equal(1);
  },
});
