/**
 * The part of a certificate that can be made again: what was judged, by what, how, and the verdicts. Neither time nor
 * machine is in it, so two certifications of one DLL by one olkconform give the same bytes.
 */
import type { RunRecord } from '../record/run-record.js';

/** @param harness the hash of the files that judged */
export function verdictsText({ tool, subject, selection, summary, checks }: RunRecord, harness: string): string {
  const { sha256, machine, activation, session, apartment, mapiRegistry, heapGuard = false, profile } = subject;
  const verdicts = {
    tool: { ...tool, harness },
    subject: { sha256, machine, activation, session, apartment, mapiRegistry, heapGuard, profile },
    selection,
    summary,
    checks: checks.map(({ id, level, verdict }) => ({ id, level, verdict })),
  };
  return `${JSON.stringify(verdicts, null, 2)}\n`;
}
