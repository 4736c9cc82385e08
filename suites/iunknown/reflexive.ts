import { iid } from '../../harness/catalogue/guids.js';
import { expect } from '../../harness/rule/hresult-assertion.js';
import { rule } from '../../harness/rule/rule.js';
import { as, close, open, query, release, script } from '../../harness/script/build.js';

export default rule({
  id: 'iunknown/reflexive',
  howToFix: 'Answer IID_IOlkAccountHelper in the QueryInterface that the IOlkAccountHelper vtable holds, too.',
  scripts: {
    asked: script(
      'ask an IOlkAccountHelper for IOlkAccountHelper',
      open(),
      as('query', query('helper', iid.IOlkAccountHelper, 'again')),
      release('again'),
      close(),
    ),
  },
  verify: (of) => {
    expect(of('asked').answer('query'), 'helper to helper').to.have.hresult('S_OK');
  },
});
