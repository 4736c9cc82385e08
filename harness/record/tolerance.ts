/** Findings that a vendor has decided to live with, each with a reason: they warn instead of failing the run. */
import type { Check, Tolerance } from './run-record.js';

/** The checks with what is tolerated marked as such. */
export function tolerate(checks: readonly Check[], tolerances: readonly Tolerance[]): Check[] {
  const reasons = new Map(tolerances.map(({ id, reason }) => [id, reason]));
  return checks.map((check) => {
    const reason = reasons.get(check.id);
    if (reason === undefined || check.verdict !== 'fail') return check;
    return { ...check, verdict: 'warning', reason: `${check.reason ?? ''} (tolerated: ${reason})` };
  });
}

/** Tolerances whose check finds no fault any more: they hide the next fault, so they have to go. */
export function staleTolerances(checks: readonly Check[], tolerances: readonly Tolerance[]): string[] {
  const verdicts = new Map(checks.map(({ id, verdict }) => [id, verdict]));
  return tolerances
    .map(({ id }) => id)
    .filter((id) => verdicts.get(id) === 'pass' || verdicts.get(id) === 'not-applicable');
}
