import { AssertionError } from 'chai';

import { expect } from '../../harness/rule/hresult-assertion.js';
import { rule } from '../../harness/rule/rule.js';
import { needsInstrumentedMapi } from '../../harness/rule/mapi.js';
import { inconclusive } from '../../harness/rule/verdict.js';
import { as, script } from '../../harness/script/build.js';

export default rule({
  id: 'server/dllmain',
  needs: [],
  howToFix:
    'Let DllMain do nothing but remember the module handle; open libraries and MAPI when they are first needed.',
  scripts: {
    reloaded: script('unload and load the DLL many times', as('reload', { do: 'reload', times: 4 })),
  },
  verify: (of, { load, seesMapiCalls }) => {
    if (load.kind === 'unreached') inconclusive(load.why);
    if (load.kind === 'died') {
      throw new AssertionError(`loading the DLL did not come back: ${load.fault.story}`, {
        expected: 'DllMain comes back',
        actual: load.fault.story,
      });
    }
    expect(load.libraries, 'DLLs that were loaded from DllMain').to.deep.equal([]);
    expect(
      load.events.map(({ kind }) => kind),
      'calls of MAPI from DllMain',
    ).to.deep.equal([]);
    expect(of('reloaded').answerOrFail('reload').reload?.error, 'the Win32 error of loading the DLL again').to.equal(0);
    // The rest held; a pass would say that MAPI was not called either.
    if (!seesMapiCalls) needsInstrumentedMapi();
  },
});
