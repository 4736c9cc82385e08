import { failed, hresults, hresultText } from '../../harness/catalogue/hresults.js';
import { expect } from '../../harness/rule/hresult-assertion.js';
import { rule } from '../../harness/rule/rule.js';
import { warning } from '../../harness/rule/verdict.js';
import { as, close, hazardous, open, script } from '../../harness/script/build.js';

/** The page names none: these are what COM's and MAPI's own methods answer. */
const usual = new Set<number>([hresults.E_INVALIDARG, hresults.E_POINTER]);

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
    const answer = of('asked').answerOrFail('get');
    if (failed(answer.hresult ?? 0) && !usual.has(answer.hresult ?? 0))
      warning(
        `${hresultText(answer.hresult ?? 0)} is an error code, but not one that a caller expects for a NULL pointer`,
      );
    expect(answer, 'GetMapiSession(NULL)').to.have.hresult('E_INVALIDARG', 'E_POINTER');
  },
});
