/** One prepared run from its start to its exit status, with all that it prints and writes. */
import type { TellProgress } from '../certify/tell-progress.js';
import { say } from '../language/message.js';
import type { Certificate } from './certificate.js';
import { conclude } from './conclude.js';
import { writeBaseline } from './baseline.js';
import { exitStatus, type ExitStatus } from './exit-status.js';
import { remark } from './output.js';
import { judgePrepared, statedText, type PreparedRun } from './prepared-run.js';
import { progress } from './progress.js';
import { named } from './reports.js';

/** Loaded only where there is to be a certificate. */
async function certificateOf(prepared: PreparedRun): Promise<Certificate | undefined> {
  const { call, selection, helper, targets, read } = prepared;
  const flags = call.certificate;
  if (Object.values(flags).every((flag) => flag === undefined)) return undefined;
  const { prepareCertificate } = await import('./certificate.js');
  return prepareCertificate(flags, selection, helper, [...read, ...targets.map(named)]);
}

export async function carryOut(
  prepared: PreparedRun,
  signal: AbortSignal,
  told: TellProgress = progress.tell,
): Promise<ExitStatus> {
  const { call, selection, selected, targets } = prepared;
  if (selected.length === 0) {
    remark(say('no check is left by {selection}; nothing was judged.', { selection: statedText(selection) }));
    return exitStatus.nothingSelected;
  }
  const opening = call.opens ? await import('./open.js') : undefined;
  const page = opening?.pageToOpen(targets);
  const certificate = await certificateOf(prepared);
  const record = await judgePrepared(prepared, {
    isToBeCertified: certificate !== undefined,
    tell: remark,
    progress: told,
    signal,
  });
  const updated = call.updatesBaseline ? prepared.baseline : undefined;
  const isTakenOut = (id: string): boolean => updated?.baseline.entries.some((entry) => entry.id === id) === true;
  const status = await conclude(record, { json: call.json, targets, isTakenOut });
  if (page !== undefined) await opening?.openPage(page);
  if (certificate !== undefined) remark(await certificate.write(record));
  if (updated !== undefined) for (const change of writeBaseline(updated, record)) remark(change);
  return record.stopped === 'interrupt' ? exitStatus.interrupted : status;
}
