import { iid } from '../../harness/catalogue/guids.js';
import { expect } from '../../harness/rule/hresult-assertion.js';
import { rule } from '../../harness/rule/rule.js';
import { as, close, getMapiSession, open, query, release, script } from '../../harness/script/build.js';
import { allAskedFor, askedFor, type AskedFor } from '../scripts/interfaces.js';

const held = (name: AskedFor): string => `held${name}`;

/** Through other interfaces that the object may have; IUnknown and IOlkAccountHelper are asked by themselves. */
const others = allAskedFor.filter((name) => !['unknown', 'IUnknown', 'IOlkAccountHelper'].includes(name));

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
      others.map((name) => query('helper', askedFor[name], held(name))),
      others.flatMap((name) => [
        as(name, query(held(name), iid.IUnknown, `unknownOf${name}`)),
        release(`unknownOf${name}`),
      ]),
      others.map((name) => release(held(name))),
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
    const through = others.filter((name) => asked.reached(name));
    for (const name of through)
      expect(asked.answer(name), `QueryInterface of ${name} for IID_IUnknown`).to.have.hresult('S_OK');
    const pointers = new Set([...ways, ...through].map((way) => asked.answer(way).out?.pointer));
    expect(pointers.size, 'different pointers that were given for IID_IUnknown').to.equal(1);
  },
});
