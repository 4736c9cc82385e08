import { failed } from '../../harness/catalogue/hresults.js';
import { expect } from '../../harness/rule/hresult-assertion.js';
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
    // The length without the terminator is the finding of another check.
    const name = of('noBuffer').profileName();
    expect(pcch?.after, 'GetIdentity failed, and *pcch holds').to.be.oneOf([
      pcch?.before,
      0,
      sizeOf(name),
      name.length,
    ]);
  },
});
