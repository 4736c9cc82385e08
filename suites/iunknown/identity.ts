import { iid } from '../../harness/catalogue/guids.js';
import { expect } from '../../harness/rule/hresult-assertion.js';
import { rule } from '../../harness/rule/rule.js';
import { as, close, getMapiSession, open, query, release, script } from '../../harness/script/build.js';

const ways = ['created', 'helper', 'again', 'later'] as const;

export default rule({
  id: 'iunknown/identity',
  howToFix: 'Answer IID_IUnknown with one pointer, static_cast of the same base each time; make no new object for it.',
  scripts: {
    asked: script(
      'ask for IUnknown through every pointer, again, and later',
      open(),
      as('created', query('unknown', iid.IUnknown, 'first')),
      as('helper', query('helper', iid.IUnknown, 'second')),
      as('again', query('helper', iid.IUnknown, 'third')),
      getMapiSession(),
      as('later', query('helper', iid.IUnknown, 'fourth')),
      release('fourth'),
      release('third'),
      release('second'),
      release('first'),
      release('session'),
      close(),
    ),
  },
  verify: (of) => {
    const asked = of('asked');
    for (const way of ways) expect(asked.answer(way), 'QueryInterface for IID_IUnknown').to.have.hresult('S_OK');
    const pointers = new Set(ways.map((way) => asked.answer(way).out?.pointer));
    expect(pointers.size, 'different pointers that were given for IID_IUnknown').to.equal(1);
  },
});
