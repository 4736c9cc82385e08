import { unknownIid } from '../../harness/catalogue/guids.js';
import { expect } from '../../harness/rule/hresult-assertion.js';
import { rule } from '../../harness/rule/rule.js';
import { as, close, open, query, script } from '../../harness/script/build.js';

export default rule({
  id: 'iunknown/unsupported-iid',
  howToFix: 'Begin QueryInterface with *ppv = nullptr, and end it with return E_NOINTERFACE.',
  scripts: {
    asked: script(
      'ask for an interface that nobody has',
      open(),
      as('helper', query('helper', unknownIid)),
      as('unknown', query('unknown', unknownIid)),
      close(),
    ),
  },
  verify: (of) => {
    for (const label of ['helper', 'unknown']) {
      const answer = of('asked').answer(label);
      expect(answer, 'QueryInterface for an interface that nobody has').to.have.hresult('E_NOINTERFACE');
      expect(answer.out?.pointer, '*ppvObject after E_NOINTERFACE').to.equal('null');
    }
  },
});
