import { expect } from '../../harness/rule/hresult-assertion.js';
import { rule } from '../../harness/rule/rule.js';
import { releasedThenHandedOff } from '../scripts/lives.js';
import { logons, mapiFlags } from '../scripts/mapi-lives.js';

export default rule({
  id: 'mapi/new-session',
  howToFix: 'Pass MAPI_NEW_SESSION together with a profile name.',
  scripts: { releasedThenHandedOff },
  verify: (of) => {
    for (const { flags, text } of logons(of('releasedThenHandedOff'))) {
      if (text === '') continue;
      expect(flags & mapiFlags.newSession, 'MAPI_NEW_SESSION in the flags of MAPILogonEx').to.equal(
        mapiFlags.newSession,
      );
    }
  },
});
