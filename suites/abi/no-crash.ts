import { AssertionError } from 'chai';

import { remedyOfDeath } from '../../harness/record/remedy-of-death.js';
import { rule } from '../../harness/rule/rule.js';
import { callName } from '../../harness/script/call-name.js';
import { survey } from '../../harness/script/survey.js';

export default rule({
  id: 'abi/no-crash',
  needs: [],
  ofEveryCall: true,
  howToFix: remedyOfDeath,
  scripts: { survey },
  verify: (_of, run) => {
    for (const { step, outcome } of run.happenings()) {
      if (outcome.kind !== 'died') continue;
      throw new AssertionError(`${callName(step)} did not come back: ${outcome.fault.story}`, {
        expected: 'the call comes back',
        actual: outcome.fault.story,
      });
    }
    // A thread of the helper's own, or what it left behind. What happens on the way out may be the runtime's doing.
    for (const { kind, story } of run.strayFaults) {
      if (kind === 'exit') continue;
      throw new AssertionError(`between two scripts the process came to its end: ${story}`, {
        expected: 'the process lives on',
        actual: story,
      });
    }
  },
});
