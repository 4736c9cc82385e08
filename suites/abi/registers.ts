import { expect } from '../../harness/rule/hresult-assertion.js';
import { rule } from '../../harness/rule/rule.js';
import { survey } from '../../harness/script/survey.js';

export default rule({
  id: 'abi/registers',
  needs: [],
  ofEveryCall: true,
  howToFix: 'Save and restore what the x64 calling convention calls nonvolatile, in hand-written assembler above all.',
  scripts: { survey },
  verify: (_of, run) => {
    for (const { step, outcome } of run.happenings()) {
      if (outcome.kind !== 'returned') continue;
      expect(outcome.clobbered ?? [], `registers that ${step.do} changed`).to.deep.equal([]);
    }
  },
});
