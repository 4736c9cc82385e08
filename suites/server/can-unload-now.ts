import { iid } from '../../harness/catalogue/guids.js';
import { expect } from '../../harness/rule/hresult-assertion.js';
import { rule } from '../../harness/rule/rule.js';
import { notApplicable } from '../../harness/rule/verdict.js';
import { as, close, query, script } from '../../harness/script/build.js';

export default rule({
  id: 'server/can-unload-now',
  howToFix: 'Count the objects of the DLL, and return S_OK from DllCanUnloadNow only when there is none.',
  scripts: {
    asked: script(
      'ask whether the DLL can be unloaded while a helper lives',
      { do: 'create', as: 'unknown' },
      as('lives', query('unknown', iid.IOlkAccountHelper, 'helper')),
      as('alive', { do: 'canUnloadNow' }),
      close(),
    ),
  },
  verify: (of) => {
    const asked = of('asked');
    if (!asked.reached('alive')) notApplicable('the DLL exports no DllCanUnloadNow');
    asked.answer('lives');
    expect(asked.answerOrFail('alive'), 'DllCanUnloadNow while a helper lives').to.have.hresult('S_FALSE');
  },
});
