import type { Check, Summary } from './run-record.js';

/** Counts the checks; failure outranks incompleteness, and nothing judged is never conformant. */
export function summarise(checks: readonly Check[]): Summary {
  const count = (verdict: Check['verdict']): number => checks.filter((check) => check.verdict === verdict).length;
  const fail = count('fail');
  const inconclusive = count('inconclusive');
  const pass = count('pass');
  const warning = count('warning');
  const nothingJudged = pass + warning === 0;
  return {
    verdict: fail > 0 ? 'nonconformant' : inconclusive > 0 || nothingJudged ? 'incomplete' : 'conformant',
    pass,
    fail,
    warning,
    notApplicable: count('not-applicable'),
    inconclusive,
    planned: checks.length,
  };
}
