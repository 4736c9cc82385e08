import { AssertionError } from 'chai';

import { hresultText } from '../../harness/catalogue/hresults.js';
import { rule } from '../../harness/rule/rule.js';
import { survey } from '../../harness/script/survey.js';

/** N: an NTSTATUS, as HRESULT_FROM_NT makes it. Its other bits are then the NTSTATUS's own. */
const mappedNtStatus = 0x1000_0000;

/** C: a customer's code, which nobody else defines. */
const customer = 0x2000_0000;

/** R and X, which an HRESULT must not have. */
const reserved = 0x4800_0000;

/** The facilities that winerror.h (of mingw-w64) defines: 0 to 25 without 5 and 6, and 32 to 37. */
const isDefined = (facility: number): boolean =>
  (facility <= 25 && facility !== 5 && facility !== 6) || (facility >= 32 && facility <= 37);

function complaint(hresult: number): string | undefined {
  if ((hresult & mappedNtStatus) !== 0) return undefined;
  if ((hresult & reserved) !== 0) return 'has bits that are reserved';
  if ((hresult & customer) !== 0) return undefined;
  const facility = (hresult >>> 16) & 0x07ff;
  if (!isDefined(facility)) return `is of facility ${String(facility)}, which nobody has defined`;
  if (hresult < 0x8000_0000 && hresult > 1 && facility === 0) return 'is a success code that nobody has defined';
  return undefined;
}

export default rule({
  id: 'abi/hresult-form',
  howToFix:
    'Use a code that the documents name; codes of your own are MAKE_HRESULT(SEVERITY_ERROR, FACILITY_ITF, 0x0200 and above).',
  scripts: { survey },
  verify: (_of, run) => {
    for (const { step, outcome } of run.happenings()) {
      if (outcome.kind !== 'returned' || outcome.hresult === undefined) continue;
      const what = complaint(outcome.hresult);
      if (what === undefined) continue;
      throw new AssertionError(`${step.do} returned ${hresultText(outcome.hresult)}, which ${what}`, {
        expected: 'an HRESULT of a known form',
        actual: hresultText(outcome.hresult),
      });
    }
  },
});
