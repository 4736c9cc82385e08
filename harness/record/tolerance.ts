/**
 * Failures that a vendor has decided to live with, each with a reason: they warn instead of failing the run. They come
 * from the configuration and from a baseline.
 */
import * as z from 'zod/mini';

import { toleranceSchema, type Check, type Tolerance } from './run-record.js';

/** A file of tolerances that `--update-baseline` writes. */
export const baselineSchema = z.strictObject({
  $schema: z.optional(z.string()),
  entries: z.array(toleranceSchema),
});

export type Baseline = z.infer<typeof baselineSchema>;

/** What an entry has for a reason until somebody has said why. No run goes by such a one. */
export const reasonToBeGiven = 'say here why this failure is lived with';

function tolerationText({ reason, until, url }: Tolerance): string {
  const tolerated = until === undefined ? 'tolerated' : `tolerated until ${until}`;
  return `${tolerated}: ${reason}${url === undefined ? '' : `, ${url}`}`;
}

/** The checks with what is tolerated marked as such. */
export function tolerate(checks: readonly Check[], tolerances: readonly Tolerance[]): Check[] {
  const byId = new Map(tolerances.map((tolerance) => [tolerance.id, tolerance]));
  return checks.map((check) => {
    const tolerated = byId.get(check.id);
    if (tolerated === undefined || check.verdict !== 'fail') return check;
    return {
      ...check,
      verdict: 'warning',
      reason: `${check.reason ?? ''} (${tolerationText(tolerated)})`,
      tolerated,
    };
  });
}

/** Tolerances whose check finds no fault any more: they hide the next fault, so they have to go. */
export function staleTolerances(checks: readonly Check[], tolerances: readonly Tolerance[]): string[] {
  const verdicts = new Map(checks.map(({ id, verdict }) => [id, verdict]));
  return tolerances
    .map(({ id }) => id)
    .filter((id) => verdicts.get(id) === 'pass' || verdicts.get(id) === 'not-applicable');
}

/**
 * The baseline as it should be after a run: what failed without being listed is in it, still without a reason, and what
 * is stale is not. What the run did not look at, or could not tell, stays.
 */
export function updatedBaseline({ entries, ...rest }: Baseline, checks: readonly Check[]): Baseline {
  const stale = new Set(staleTolerances(checks, entries));
  const added = checks.filter(({ verdict }) => verdict === 'fail').map(({ id }) => ({ id, reason: reasonToBeGiven }));
  return { ...rest, entries: [...entries.filter(({ id }) => !stale.has(id)), ...added] };
}
