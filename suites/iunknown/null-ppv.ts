import { iid } from '../../harness/catalogue/guids.js';
import { hresults } from '../../harness/catalogue/hresults.js';
import { expect } from '../../harness/rule/hresult-assertion.js';
import { rule } from '../../harness/rule/rule.js';
import { warning } from '../../harness/rule/verdict.js';
import { as, close, hazardous, open, script } from '../../harness/script/build.js';

export default rule({
  id: 'iunknown/null-ppv',
  howToFix: 'Test the argument first: if (ppv == nullptr) return E_POINTER;',
  scripts: {
    asked: hazardous(
      script(
        'ask for IOlkAccountHelper with ppvObject NULL',
        open(),
        as('query', { do: 'query', on: 'helper', iid: iid.IOlkAccountHelper, out: 'null' }),
        close(),
      ),
    ),
  },
  verify: (of) => {
    const answer = of('asked').answerOrFail('query');
    expect(answer, 'QueryInterface with ppvObject NULL').to.have.hresult('E_POINTER', 'E_INVALIDARG');
    if (answer.hresult === hresults.E_INVALIDARG) warning('E_INVALIDARG is tolerated; the documents say E_POINTER');
  },
});
