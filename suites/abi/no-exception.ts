import { AssertionError } from 'chai';

import { hex32 } from '../../harness/catalogue/hresults.js';
import { rule } from '../../harness/rule/rule.js';
import { callName } from '../../harness/script/call-name.js';
import { survey } from '../../harness/script/survey.js';

/** The codes under which compilers throw; any other is a structured exception. */
const compilers = new Map([
  [0xe06d7363, 'a C++ exception (Microsoft)'],
  [0x20474343, 'a C++ exception (GCC)'],
]);

export default rule({
  id: 'abi/no-exception',
  needs: [],
  ofEveryCall: true,
  howToFix:
    'Catch everything inside the method and return an HRESULT: E_OUTOFMEMORY for bad_alloc, E_UNEXPECTED for the rest.',
  scripts: { survey },
  verify: (_of, run) => {
    for (const { step, outcome } of run.happenings()) {
      if (outcome.kind !== 'threw') continue;
      const what = compilers.get(outcome.code) ?? `exception ${hex32(outcome.code)}`;
      throw new AssertionError(`${what} left ${callName(step)}`, {
        expected: 'an HRESULT',
        actual: `${what}, ${hex32(outcome.code)}`,
      });
    }
  },
});
