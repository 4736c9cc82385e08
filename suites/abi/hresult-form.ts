import { AssertionError } from 'chai';

import { hresultText } from '../../harness/catalogue/hresults.js';
import { rule } from '../../harness/rule/rule.js';
import { survey } from '../../harness/script/survey.js';

/** Bits that an HRESULT must not have: R, C (customer), N (an NTSTATUS in disguise) and X. */
const reserved = 0x7800_0000;

/** The highest facility that winerror.h knows; the helper's own codes belong into FACILITY_ITF, which is 4. */
const highestFacility = 0x0fff;
const facilities = { null: 0, itf: 4, win32: 7, windows: 8, mapiOutlook: 12 };
const known = new Set<number>([...Object.values(facilities), 1, 2, 3, 9, 10, 11, 13, 14, 15, 16, 17, 18, 19, 20]);

function complaint(hresult: number): string | undefined {
  if ((hresult & reserved) !== 0) return 'has bits that are reserved';
  const facility = (hresult >>> 16) & 0x07ff;
  if (facility > highestFacility || !known.has(facility)) return `is of facility ${String(facility)}, which nobody has defined`;
  if (hresult < 0x8000_0000 && hresult > 1 && facility === facilities.null) return 'is a success code that nobody has defined';
  return undefined;
}

export default rule({
  id: 'abi/hresult-form',
  howToFix: 'Use a code that the documents name; codes of your own are MAKE_HRESULT(SEVERITY_ERROR, FACILITY_ITF, 0x0200 and above).',
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
