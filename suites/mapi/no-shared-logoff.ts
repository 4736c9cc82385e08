import { expect } from '../../harness/rule/hresult-assertion.js';
import { rule } from '../../harness/rule/rule.js';
import { releasedThenHandedOff } from '../scripts/lives.js';
import { mapiCalls, mapiFlags } from '../scripts/mapi-lives.js';

export default rule({
  id: 'mapi/no-shared-logoff',
  howToFix: 'Pass 0 as the flags of Logoff.',
  scripts: { releasedThenHandedOff },
  verify: (of) => {
    for (const { kind, flags } of mapiCalls(of('releasedThenHandedOff'))) {
      if (kind !== 'logoff') continue;
      expect(flags & mapiFlags.logoffShared, 'MAPI_LOGOFF_SHARED in the flags of Logoff').to.equal(0);
    }
  },
});
