import { expect } from '../../harness/rule/hresult-assertion.js';
import { rule } from '../../harness/rule/rule.js';
import { as, close, open, placeholder1, script } from '../../harness/script/build.js';

export default rule({
  id: 'placeholder1/e-notimpl',
  howToFix: 'Let Placeholder1 do nothing but return E_NOTIMPL.',
  scripts: {
    called: script(
      'call Placeholder1 with NULL, with memory, and again',
      open(),
      as('null', placeholder1('null')),
      as('memory', placeholder1('memory')),
      as('again', placeholder1('null')),
      close(),
    ),
  },
  verify: (of) => {
    const called = of('called');
    expect(called.answer('null'), 'Placeholder1(NULL)').to.have.hresult('E_NOTIMPL');
    expect(called.answer('memory'), 'Placeholder1(pointer)').to.have.hresult('E_NOTIMPL');
    expect(called.answer('memory').memoryChanged, 'the memory that Placeholder1 was shown was changed').to.equal(false);
    expect(called.answer('again'), 'Placeholder1, called again').to.have.hresult('E_NOTIMPL');
  },
});
