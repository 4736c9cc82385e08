import { failed } from '../../harness/catalogue/hresults.js';
import { expect } from '../../harness/rule/hresult-assertion.js';
import { rule } from '../../harness/rule/rule.js';
import { notApplicable } from '../../harness/rule/verdict.js';
import { initializeFails, logonFails, memoryRunsOut, sessionInterfaceRefused } from '../scripts/failing.js';

export default rule({
  id: 'get-mapi-session/failure-nulls-out',
  howToFix: 'Begin with *ppmsess = nullptr, before anything that can fail.',
  scripts: { logonFails, initializeFails, sessionInterfaceRefused, memoryRunsOut },
  verify: (of) => {
    let failures = 0;
    for (const way of ['logonFails', 'initializeFails', 'sessionInterfaceRefused', 'memoryRunsOut'] as const) {
      if (!of(way).answered('get')) continue;
      const { hresult = 0, out } = of(way).answer('get');
      if (!failed(hresult)) continue;
      failures += 1;
      expect(out?.pointer, '*ppmsess after GetMapiSession failed').to.equal('null');
    }
    if (failures === 0) notApplicable('GetMapiSession could not be made to fail');
  },
});
