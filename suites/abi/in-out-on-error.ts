import { AssertionError } from 'chai';

import { failed } from '../../harness/catalogue/hresults.js';
import { rule } from '../../harness/rule/rule.js';
import { as, close, getIdentity, hazardous, open, script } from '../../harness/script/build.js';
import { sizeOf } from '../scripts/names.js';

export default rule({
  id: 'abi/in-out-on-error',
  howToFix: 'When GetIdentity fails, leave *pcch alone or set it to the size required; never to anything else.',
  scripts: {
    noBuffer: hazardous(
      script('claim a capacity of 256, and give no buffer', open(), as('call', getIdentity(256, 'null')), close()),
    ),
  },
  verify: (of) => {
    const { hresult = 0, pcch } = of('noBuffer').answer('call');
    if (!failed(hresult)) return;
    if (pcch === undefined || pcch === null || [pcch.before, 0].includes(pcch.after)) return;
    // The length without the terminator is the finding of another check.
    const name = of('noBuffer').profileName();
    if ([sizeOf(name), name.length].includes(pcch.after)) return;
    const expected = `${String(pcch.before)} as before, or the ${String(sizeOf(name))} that the name needs`;
    const actual = String(pcch.after);
    throw new AssertionError(`*pcch when GetIdentity failed: expected ${expected}, got ${actual}`, {
      expected,
      actual,
    });
  },
});
