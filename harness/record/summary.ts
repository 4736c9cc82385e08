import type { Check, Stopped, Summary } from './run-record.js';

/** Counts the checks; failure outranks incompleteness, and a run that was stopped, or judged nothing, is never conformant. */
export function summarise(checks: readonly Check[], stopped: Stopped): Summary {
  const count = (verdict: Check['verdict']): number => checks.filter((check) => check.verdict === verdict).length;
  const fail = count('fail');
  const inconclusive = count('inconclusive');
  const pass = count('pass');
  const warning = count('warning');
  const isIncomplete = stopped !== null || inconclusive > 0 || pass + warning === 0;
  return {
    verdict: fail > 0 ? 'nonconformant' : isIncomplete ? 'incomplete' : 'conformant',
    pass,
    fail,
    warning,
    notApplicable: count('not-applicable'),
    inconclusive,
    planned: checks.length,
  };
}
