import { expect } from '../../harness/rule/hresult-assertion.js';
import { rule } from '../../harness/rule/rule.js';
import { notApplicable } from '../../harness/rule/verdict.js';
import { releasedThenHandedOff } from '../scripts/lives.js';
import { logons } from '../scripts/mapi-lives.js';

export default rule({
  id: 'mapi/unicode',
  howToFix: 'With a wide string pass MAPI_UNICODE and cast the pointer; with a narrow one do not.',
  scripts: { releasedThenHandedOff },
  verify: (of) => {
    const named = logons(of('releasedThenHandedOff')).filter(({ text }) => text !== '');
    if (named.length === 0) notApplicable('this helper logs on without naming a profile');
    for (const { text } of named) {
      expect(text, 'the profile name that MAPILogonEx read').to.equal(of('releasedThenHandedOff').profileName());
    }
  },
});
