import { expect } from '../../harness/rule/hresult-assertion.js';
import { rule } from '../../harness/rule/rule.js';
import { releasedThenHandedOff } from '../scripts/lives.js';
import { mapiCalls } from '../scripts/mapi-lives.js';

export default rule({
  id: 'mapi/initialize-first',
  howToFix: 'Call MAPIInitialize right before the first MAPILogonEx, and test what it returns.',
  scripts: { releasedThenHandedOff },
  verify: (of) => {
    expect(mapiCalls(of('releasedThenHandedOff'))[0]?.kind, 'the first call of MAPI').to.equal('initialize');
  },
});
