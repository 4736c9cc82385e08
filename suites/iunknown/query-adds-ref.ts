import { iid } from '../../harness/catalogue/guids.js';
import { expect } from '../../harness/rule/hresult-assertion.js';
import { rule } from '../../harness/rule/rule.js';
import { as, close, getMapiSession, observe, open, query, release, script } from '../../harness/script/build.js';

export default rule({
  id: 'iunknown/query-adds-ref',
  howToFix: 'AddRef what QueryInterface gives, before it returns S_OK.',
  scripts: {
    asked: script(
      'release as many pointers as were asked for, and look whether the helper still lives',
      open(),
      getMapiSession(),
      release('session'),
      as('before', observe()),
      query('helper', iid.IOlkAccountHelper, 'second'),
      query('helper', iid.IUnknown, 'third'),
      as('releasedSecond', release('second')),
      as('releasedThird', release('third')),
      as('after', observe()),
      close(),
    ),
  },
  verify: (of) => {
    const asked = of('asked');
    for (const label of ['releasedSecond', 'releasedThird', 'after'])
      if (asked.reached(label)) asked.answerOrFail(label);
    const held = (label: string): number => asked.sessions(label).reduce((sum, { references }) => sum + references, 0);
    expect(
      held('after'),
      'references to the session when what was asked for is released, and the helper is not',
    ).to.equal(held('before'));
  },
});
