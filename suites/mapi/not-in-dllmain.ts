import { expect } from '../../harness/rule/hresult-assertion.js';
import { rule } from '../../harness/rule/rule.js';
import { needsInstrumentedMapi } from '../../harness/rule/mapi.js';
import { inconclusive } from '../../harness/rule/verdict.js';
import { survey } from '../../harness/script/survey.js';

export default rule({
  id: 'mapi/not-in-dllmain',
  needs: [],
  howToFix: 'Initialise MAPI when the first session is asked for, and let go of it with the helper.',
  scripts: { survey },
  verify: (_of, { load, seesMapiCalls }) => {
    if (!seesMapiCalls) needsInstrumentedMapi();
    if (load.kind === 'unreached') inconclusive(load.why);
    if (load.kind === 'died') inconclusive('the DLL could not be loaded');
    expect(
      load.events.map(({ kind }) => kind),
      'calls of MAPI from DllMain',
    ).to.deep.equal([]);
  },
});
