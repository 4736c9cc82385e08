import { AssertionError } from 'chai';

import { hresultText } from '../../harness/catalogue/hresults.js';
import { rule } from '../../harness/rule/rule.js';
import { survey } from '../../harness/script/survey.js';

/** N: an NTSTATUS, as HRESULT_FROM_NT makes it. Its other bits are then the NTSTATUS's own. */
const mappedNtStatus = 0x1000_0000;

/** C: a customer's code, which nobody else defines. */
const customer = 0x2000_0000;

/** R, which an HRESULT must not have. X is part of the facility since DirectX took numbers above 2047. */
const reserved = 0x4000_0000;

/**
 * Where Microsoft's facilities lie, as winerror.h has them. It fills gaps with each version, so what is between two near
 * neighbours counts as defined.
 */
const defined = [
  [0, 320],
  [1094, 1094],
  [1490, 1490],
  [1536, 1536],
  [1996, 1996],
  [2168, 2201],
  [2304, 2340],
  [2748, 2748],
] as const;

const isDefined = (facility: number): boolean => defined.some(([from, to]) => facility >= from && facility <= to);

function complaint(hresult: number): string | undefined {
  if ((hresult & mappedNtStatus) !== 0) return undefined;
  if ((hresult & reserved) !== 0) return 'has bits that are reserved';
  if ((hresult & customer) !== 0) return undefined;
  const facility = (hresult >>> 16) & 0x0fff;
  if (!isDefined(facility)) return `is of facility ${String(facility)}, which nobody has defined`;
  if (hresult < 0x8000_0000 && hresult > 1 && facility === 0) return 'is a success code that nobody has defined';
  return undefined;
}

export default rule({
  id: 'abi/hresult-form',
  ofEveryCall: true,
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
