import { hresults } from '../../harness/catalogue/hresults.js';
import { expectPointer } from '../../harness/rule/expect-pointer.js';
import { rule } from '../../harness/rule/rule.js';
import { inconclusive } from '../../harness/rule/verdict.js';
import { as, close, getMapiSession, open, release, script } from '../../harness/script/build.js';
import { askedAgain } from '../scripts/lives.js';
import { initializeFails, logonFails, memoryRunsOut, sessionInterfaceRefused } from '../scripts/failing.js';

export default rule({
  id: 'get-mapi-session/success-gives-session',
  howToFix: 'Set *ppmsess to the session before returning S_OK; when there is no session, return an error code.',
  scripts: {
    asked: script('ask for the session', open(), as('get', getMapiSession()), release('session'), close()),
    askedAgain,
    logonFails,
    initializeFails,
    sessionInterfaceRefused,
    memoryRunsOut,
  },
  verify: (of) => {
    let successes = 0;
    const refused = ['logonFails', 'initializeFails', 'sessionInterfaceRefused', 'memoryRunsOut'] as const;
    for (const way of ['asked', ...refused] as const) {
      if (way !== 'asked' && !of(way).answered('get')) continue;
      const { hresult, out } = of(way).answer('get');
      if (hresult !== hresults.S_OK) continue;
      successes += 1;
      expectPointer(out?.pointer, '*ppmsess after S_OK');
    }
    for (const label of ['first', 'second', 'afterHandsOff']) {
      if (!of('askedAgain').answered(label)) continue;
      const { hresult, out } = of('askedAgain').answer(label);
      if (hresult === hresults.S_OK) expectPointer(out?.pointer, '*ppmsess after S_OK');
    }
    if (successes === 0) inconclusive('GetMapiSession never answered S_OK');
  },
});
