import { expect } from '../../harness/rule/hresult-assertion.js';
import { rule } from '../../harness/rule/rule.js';
import { addRef, as, open, release, script } from '../../harness/script/build.js';

export default rule({
  id: 'iunknown/count-returned',
  howToFix: 'Return the new value of the counter itself: what InterlockedIncrement and InterlockedDecrement return.',
  scripts: {
    counted: script(
      'AddRef and Release, and what they return',
      open(),
      as('up', addRef('helper')),
      as('upAgain', addRef('helper')),
      as('down', release('helper')),
      as('downAgain', release('helper')),
      as('lastOfHelper', release('helper')),
      as('last', release('unknown')),
    ),
  },
  verify: (of) => {
    const count = (label: string): number => of('counted').answer(label).count ?? 0;
    expect(count('upAgain'), 'a second AddRef returned').to.equal(count('up') + 1);
    expect(count('down'), 'the Release after it returned').to.equal(count('up'));
    expect(count('downAgain'), 'the next Release returned').to.equal(count('up') - 1);
    expect(count('downAgain'), 'the helper is still held, and Release returned').to.be.within(1, 0x7fff_ffff);
    for (const label of ['lastOfHelper', 'last']) expect(count(label), 'Release returned').to.be.at.most(0x7fff_ffff);
  },
});
