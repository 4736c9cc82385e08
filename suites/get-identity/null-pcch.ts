import { expect } from '../../harness/rule/hresult-assertion.js';
import { rule } from '../../harness/rule/rule.js';
import { as, close, getIdentity, hazardous, open, script } from '../../harness/script/build.js';

export default rule({
  id: 'get-identity/null-pcch',
  howToFix: 'Test pcch before anything else: if (pcch == nullptr) return E_INVALIDARG;',
  scripts: {
    withBuffer: hazardous(script('ask for the name with pcch NULL', open(), as('call', getIdentity('null')), close())),
    withoutBuffer: hazardous(
      script('ask for the name with both arguments NULL', open(), as('call', getIdentity('null', 'null')), close()),
    ),
  },
  verify: (of) => {
    expect(of('withBuffer').answerOrFail('call'), 'GetIdentity(buffer, NULL)').to.have.hresult('E_INVALIDARG');
    expect(of('withoutBuffer').answerOrFail('call'), 'GetIdentity(NULL, NULL)').to.have.hresult('E_INVALIDARG');
  },
});
