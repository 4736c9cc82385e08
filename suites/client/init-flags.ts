import { hex32 } from '../../harness/catalogue/hresults.js';
import { expect } from '../../harness/rule/hresult-assertion.js';
import { rule } from '../../harness/rule/rule.js';
import { captured, managerCalls } from '../scripts/captured.js';

/** ACCT_INIT_NOSYNCH_MAPI_ACCTS, ACCT_INIT_NO_STORES_CHECK, ACCT_INIT_NO_NOTIFICATIONS: constants-account-management-api. */
const documented = 0b111;

export default rule({
  id: 'client/init-flags',
  needs: [],
  howToFix: 'Pass OLK_ACCOUNT_NO_FLAGS, or a combination of the ACCT_INIT flags.',
  scripts: { captured },
  verify: (of) => {
    for (const { method, flags } of managerCalls(of('captured'))) {
      if (method === 'Init')
        expect(hex32((flags & ~documented) >>> 0), 'flags of Init that are not documented').to.equal(hex32(0));
    }
  },
});
