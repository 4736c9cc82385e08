/** Lives in which a helper's own logon is watched from its creation to its end, and what MAPI saw in them. */
import { AssertionError } from 'chai';

import { hex32 } from '../../harness/catalogue/hresults.js';
import type { ProviderEvent } from '../../harness/record/transcript.js';
import type { Evidence } from '../../harness/rule/evidence.js';
import { notApplicable } from '../../harness/rule/verdict.js';

/** Flags of MAPILogonEx and IMAPISession::Logoff, from mapidefs.h and mapix.h. */
export const mapiFlags = {
  newSession: 0x0000_0002,
  extended: 0x0000_0020,
  logoffShared: 0x0000_0001,
} as const;

/** The calls that MAPI received in this life; not applicable when the helper never logged on. */
export function mapiCalls(evidence: Evidence): ProviderEvent[] {
  const calls = evidence.eventsUntil('end');
  if (calls.every(({ kind }) => kind !== 'logon')) notApplicable('this helper does not log on to MAPI');
  return calls;
}

export function logons(evidence: Evidence): ProviderEvent[] {
  return mapiCalls(evidence).filter(({ kind }) => kind === 'logon');
}

/** That a flag was set; a violation shows all flags, as a program writes them. */
export function expectFlag(flags: number, name: 'MAPI_EXTENDED' | 'MAPI_NEW_SESSION', flag: number): void {
  if ((flags & flag) !== 0) return;
  const [expected, actual] = [`${name} (${hex32(flag)}) among them`, hex32(flags)];
  throw new AssertionError(`flags of MAPILogonEx: expected ${expected}, got ${actual}`, { expected, actual });
}
