import { hresults } from '../../harness/catalogue/hresults.js';
import { expect } from '../../harness/rule/hresult-assertion.js';
import { rule } from '../../harness/rule/rule.js';
import { inconclusive } from '../../harness/rule/verdict.js';
import { as, close, getMapiSession, open, script } from '../../harness/script/build.js';

export default rule({
  id: 'get-mapi-session/success-gives-session',
  howToFix: 'Set *ppmsess to the session before returning S_OK; when there is no session, return an error code.',
  scripts: {
    asked: script('ask for the session', open(), as('get', getMapiSession()), close()),
  },
  verify: (of) => {
    const { hresult, out } = of('asked').answer('get');
    if (hresult !== hresults.S_OK) inconclusive('GetMapiSession never answered S_OK');
    expect(out?.pointer, '*ppmsess after S_OK').to.match(/^p/, 'expected a pointer');
  },
});
