import { rule } from '../../harness/rule/rule.js';
import { releasedThenHandedOff } from '../scripts/lives.js';
import { expectFlag, logons, mapiFlags } from '../scripts/mapi-lives.js';

export default rule({
  id: 'mapi/extended',
  howToFix: 'Pass MAPI_EXTENDED to MAPILogonEx.',
  scripts: { releasedThenHandedOff },
  verify: (of) => {
    for (const { flags } of logons(of('releasedThenHandedOff'))) {
      expectFlag(flags, 'MAPI_EXTENDED', mapiFlags.extended);
    }
  },
});
