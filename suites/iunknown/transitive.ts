import { iid } from '../../harness/catalogue/guids.js';
import { expect } from '../../harness/rule/hresult-assertion.js';
import { rule } from '../../harness/rule/rule.js';
import { as, close, open, query, release, script } from '../../harness/script/build.js';
import { askedFor, allAskedFor, type AskedFor } from '../scripts/interfaces.js';

const held = (name: AskedFor): string => `held${name}`;
/** A name of its own for each: what was not reached must not be released under the name of what was. */
const reached = (from: AskedFor, to: AskedFor): string => `reached${to}Through${from}`;
const way = (from: AskedFor, to: AskedFor): string => `${from} to ${to}`;

/** The helper's own interfaces, and others that it may have: from each to each. IUnknown and helper are asked elsewhere. */
const others = allAskedFor.filter((name) => name !== 'unknown');

export default rule({
  id: 'iunknown/transitive',
  howToFix: 'Let every vtable of the object use one and the same QueryInterface.',
  scripts: {
    asked: script(
      'ask for every interface through every other',
      open(),
      others.map((name) => as(name, query('helper', askedFor[name], held(name)))),
      others.flatMap((from) =>
        others.flatMap((to) => [
          as(way(from, to), query(held(from), askedFor[to], reached(from, to))),
          release(reached(from, to)),
        ]),
      ),
      others.map((name) => release(held(name))),
      close(),
    ),
  },
  verify: (of) => {
    const asked = of('asked');
    const given = others.filter((name) => asked.answer(name).hresult === 0);
    for (const from of given.filter((name) => askedFor[name] !== iid.IOlkAccountHelper)) {
      for (const to of given) {
        expect(asked.answer(way(from, to)), `from ${from} to ${to}, both of which the object has`).to.have.hresult(
          'S_OK',
        );
      }
    }
  },
});
