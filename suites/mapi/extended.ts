import { expect } from '../../harness/rule/hresult-assertion.js';
import { rule } from '../../harness/rule/rule.js';
import { releasedThenHandedOff } from '../scripts/lives.js';
import { logons, mapiFlags } from '../scripts/mapi-lives.js';

export default rule({
  id: 'mapi/extended',
  howToFix: 'Pass MAPI_EXTENDED to MAPILogonEx.',
  scripts: { releasedThenHandedOff },
  verify: (of) => {
    for (const { flags } of logons(of('releasedThenHandedOff'))) {
      expect(flags & mapiFlags.extended, 'MAPI_EXTENDED in the flags of MAPILogonEx').to.equal(mapiFlags.extended);
    }
  },
});
