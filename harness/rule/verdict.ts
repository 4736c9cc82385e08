/**
 * A rule's `verify` says "pass" by returning and "fail" by an assertion that does not hold. What else it can say, it
 * throws: these are verdicts with a reason, not errors.
 */
export class OtherVerdict extends Error {
  override readonly name = 'OtherVerdict';
  readonly verdict: 'inconclusive' | 'not-applicable' | 'warning';

  constructor(verdict: OtherVerdict['verdict'], reason: string) {
    super(reason);
    this.verdict = verdict;
  }
}

const recommendations = new WeakSet<Error>();

/** Marks an assertion error: what it is about is only recommended, in a check that is about more than that. */
export function onlyRecommended<Failed extends Error>(error: Failed): Failed {
  recommendations.add(error);
  return error;
}

export function isOnlyRecommended(error: Error): boolean {
  return recommendations.has(error);
}

/** The transcript does not tell; `reason` completes "inconclusive: …". */
export function inconclusive(reason: string): never {
  throw new OtherVerdict('inconclusive', reason);
}

/** The statement does not concern this helper; `reason` says why. */
export function notApplicable(reason: string): never {
  throw new OtherVerdict('not-applicable', reason);
}

/** Conformant, and yet the vendor will want to know. */
export function warning(reason: string): never {
  throw new OtherVerdict('warning', reason);
}
