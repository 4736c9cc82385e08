import { hresults } from '../../harness/catalogue/hresults.js';
import { expect } from '../../harness/rule/hresult-assertion.js';
import { rule } from '../../harness/rule/rule.js';
import { inconclusive } from '../../harness/rule/verdict.js';
import { as, close, getIdentity, open, script } from '../../harness/script/build.js';
import { sizeOf, textIn } from '../scripts/names.js';

export default rule({
  id: 'get-identity/length-includes-terminator',
  howToFix: 'On success set *pcch = wcslen(name) + 1.',
  scripts: {
    asked: script('ask for the name with more room than it needs', open(), as('name', getIdentity(256)), close()),
  },
  verify: (of) => {
    const asked = of('asked');
    const { hresult, buffer, pcch } = asked.answer('name');
    if (hresult !== hresults.S_OK) inconclusive('GetIdentity did not answer S_OK');
    const name = textIn(buffer?.image ?? '') ?? asked.profileName();
    const without =
      pcch?.after === name.length ? ' (without the terminating zero, as the documentation of 2003 had it)' : '';
    expect(pcch?.after, `*pcch after S_OK${without}`).to.equal(sizeOf(name));
  },
});
