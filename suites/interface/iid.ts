import { iid } from '../../harness/catalogue/guids.js';
import { expectPointer } from '../../harness/rule/expect-pointer.js';
import { expect } from '../../harness/rule/hresult-assertion.js';
import { rule } from '../../harness/rule/rule.js';
import { as, close, query, script } from '../../harness/script/build.js';

export default rule({
  id: 'interface/iid',
  needs: [],
  howToFix:
    'Answer IID_IOlkAccountHelper {9240a6cb-af41-11d2-8c3b-00104b2a6676} in QueryInterface: set *ppv to the helper, AddRef it, return S_OK.',
  scripts: {
    asked: script(
      'ask the object for IOlkAccountHelper',
      { do: 'create', as: 'unknown' },
      [as('query', query('unknown', iid.IOlkAccountHelper, 'helper'))],
      close(),
    ),
  },
  verify: (of) => {
    const answer = of('asked').answer('query');
    expect(answer, 'QueryInterface for IID_IOlkAccountHelper').to.have.hresult('S_OK');
    expectPointer(answer.out?.pointer, 'the pointer that came with S_OK');
  },
});
