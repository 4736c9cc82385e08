import { hresults, hresultText } from '../../harness/catalogue/hresults.js';
import { expect } from '../../harness/rule/hresult-assertion.js';
import { rule } from '../../harness/rule/rule.js';
import { captured, managerCalls } from '../scripts/captured.js';

export default rule({
  id: 'client/init-pointer',
  needs: [],
  howToFix: 'Pass the IOlkAccountHelper pointer itself, not another interface of the object.',
  scripts: { captured },
  verify: (of) => {
    for (const { helper } of managerCalls(of('captured'))) {
      if (helper === undefined) continue;
      expect(hresultText(helper), 'QueryInterface for IID_IOlkAccountHelper of the pointer given to Init').to.equal(
        hresultText(hresults.S_OK),
      );
    }
  },
});
