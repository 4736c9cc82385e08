import type { Observation } from '../record/exploration.js';
import type { Lived } from '../script/spelled.js';

/**
 * What its first life tells of a sequence: where a pointer came out, and when logons began to succeed, of which the first
 * `failLogons` failed. It is observed what creating the helper did, and then each step, as far as that is known: where the
 * process ended, nobody knows.
 */
export function livedBy([creation, ...steps]: readonly Observation[], failLogons: number): Lived {
  const gives = (step: number): boolean => steps[step] === undefined || ['session', 'other'].includes(steps[step].out);
  if (failLogons === 0) return { gives };
  let failed = 0;
  const last = [creation, ...steps].findIndex((each) => {
    failed += each?.failedLogons ?? 0;
    return failed >= failLogons;
  });
  // Where not all of them came, none succeeded to the end.
  return { gives, logonsFailUntil: last < 0 ? Infinity : last - 1 };
}
