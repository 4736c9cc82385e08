import { expect } from '../../harness/rule/hresult-assertion.js';
import { rule } from '../../harness/rule/rule.js';
import { as, close, getIdentity, hazardous, open, script } from '../../harness/script/build.js';
import { sizeOf } from '../scripts/names.js';

export default rule({
  id: 'get-identity/null-buffer',
  howToFix: 'Treat a NULL pwszIdentity as a buffer that is too small: set *pcch and return E_OUTOFMEMORY.',
  scripts: {
    sizeQuery: hazardous(
      script('ask for the size with no buffer', open(), as('call', getIdentity(0, 'null')), close()),
    ),
    claimed: hazardous(
      script('claim a capacity of 256, and give no buffer', open(), as('call', getIdentity(256, 'null')), close()),
    ),
  },
  verify: (of) => {
    const sizeQuery = of('sizeQuery').answerOrFail('call');
    expect(sizeQuery, 'GetIdentity(NULL, 0)').to.have.hresult('E_OUTOFMEMORY');
    expect(sizeQuery.pcch?.after, 'GetIdentity(NULL, 0): *pcch on return').to.equal(
      sizeOf(of('sizeQuery').profileName()),
    );
    of('claimed').answerOrFail('call');
  },
});
