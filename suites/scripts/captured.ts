/** What the vendor's own code did with the account manager while it made and passed on its helper. */
import type { ManagerCall } from '../../harness/record/transcript.js';
import type { Evidence } from '../../harness/rule/evidence.js';
import { notApplicable } from '../../harness/rule/verdict.js';
import { as, script } from '../../harness/script/build.js';

export const captured = script("let the vendor's code make its helper", as('create', { do: 'create', as: 'unknown' }));

export function managerCalls(evidence: Evidence): ManagerCall[] {
  return evidence.answer('create').manager ?? notApplicable("the helper was not captured from the vendor's own code");
}
