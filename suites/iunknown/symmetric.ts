import { iid } from '../../harness/catalogue/guids.js';
import { expect } from '../../harness/rule/hresult-assertion.js';
import { rule } from '../../harness/rule/rule.js';
import { as, close, open, query, release, script } from '../../harness/script/build.js';

export default rule({
  id: 'iunknown/symmetric',
  howToFix: 'Answer IID_IUnknown in the QueryInterface that the IOlkAccountHelper vtable holds, too.',
  scripts: {
    asked: script(
      'go from IUnknown to IOlkAccountHelper and back',
      open(),
      as('back', query('helper', iid.IUnknown, 'back')),
      release('back'),
      close(),
    ),
  },
  verify: (of) => {
    expect(of('asked').answer('back'), 'helper back to IUnknown').to.have.hresult('S_OK');
  },
});
