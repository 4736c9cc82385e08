import { rule } from '../../harness/rule/rule.js';
import { releasedThenHandedOff } from '../scripts/lives.js';
import { expectFlag, logons, mapiFlags } from '../scripts/mapi-lives.js';

export default rule({
  id: 'mapi/new-session',
  howToFix: 'Pass MAPI_NEW_SESSION together with a profile name.',
  scripts: { releasedThenHandedOff },
  verify: (of) => {
    for (const { flags, text } of logons(of('releasedThenHandedOff'))) {
      if (text === '') continue;
      expectFlag(flags, 'MAPI_NEW_SESSION', mapiFlags.newSession);
    }
  },
});
