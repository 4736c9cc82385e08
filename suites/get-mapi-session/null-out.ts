import { expect } from '../../harness/rule/hresult-assertion.js';
import { rule } from '../../harness/rule/rule.js';
import { as, close, hazardous, open, script } from '../../harness/script/build.js';

export default rule({
  id: 'get-mapi-session/null-out',
  howToFix: 'Test the argument first: if (ppmsess == nullptr) return E_INVALIDARG;',
  scripts: {
    asked: hazardous(
      script(
        'ask for the session with ppmsess NULL',
        open(),
        as('get', { do: 'getMapiSession', on: 'helper', out: 'null' }),
        close(),
      ),
    ),
  },
  verify: (of) => {
    expect(of('asked').answerOrFail('get'), 'GetMapiSession(NULL)').to.have.hresult('E_INVALIDARG', 'E_POINTER');
  },
});
