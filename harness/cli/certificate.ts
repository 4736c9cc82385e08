/** `run --certify`: what it needs is looked at before anything is started; the certificate is written at the end. */
import type { KeyObject } from 'node:crypto';
import { statSync } from 'node:fs';
import { join } from 'node:path';

import { makeBundle } from '../certificate/bundle.js';
import { whyNotCertifiable, whyNotWhole } from '../certificate/certifiable.js';
import { readPrivateKey } from '../certificate/keys.js';
import { fileNameOf } from '../certificate/statement.js';
import { harnessHash } from '../certify/harness-hash.js';
import { joined, say, type Filled } from '../language/message.js';
import { UsageError } from '../plan/usage-error.js';
import type { RunRecord, Selection } from '../record/run-record.js';
import { refuseClash, type NamedFile } from './clashes.js';
import { certificatePage } from './certificate-page.js';
import type { SubjectOption } from './subject-option.js';
import { whyNotWritten, requireWritable, writeWhole } from './whole-file.js';

/** As commander has them. */
export type CertificateFlags = Readonly<Record<'certify' | 'sign' | 'out', unknown>>;

export interface Certificate {
  /**
   * @returns where the certificate is, or why there is none
   * @throws UsageError when it cannot be written.
   */
  readonly write: (record: RunRecord) => Promise<Filled>;
}

/** In a folder, the certificate is named after the DLL, by characters that every system allows. */
function fileIn(out: string, dll: string): string {
  const isFolder = statSync(out, { throwIfNoEntry: false })?.isDirectory() === true;
  return isFolder ? join(out, `${fileNameOf(dll).replaceAll(/[^\w.-]/g, '_')}.certificate.json`) : out;
}

/**
 * `others`: what the run reads and writes besides.
 * @throws UsageError when there can be no certificate of such a run, or it could not be signed or written.
 */
export function prepareCertificate(
  { certify, sign, out }: CertificateFlags,
  selection: Selection,
  { dll, mapi }: Pick<SubjectOption, 'dll' | 'mapi'>,
  others: readonly NamedFile[] = [],
): Certificate {
  const advice = 'olkconform run … --certify --sign KEY --out FILE; olkconform keygen --out FOLDER makes the key.';
  if (certify !== true) throw new UsageError('--sign and --out are for --certify.', advice);
  if (typeof sign !== 'string') throw new UsageError('--certify: no key was given to sign with.', advice);
  if (typeof out !== 'string') throw new UsageError('--certify: it was not said where the certificate goes.', advice);
  const [reason] = whyNotWhole(selection, mapi);
  if (reason !== undefined) {
    throw new UsageError(
      say('--certify: there is no certificate for such a run: {reason}.', { reason }),
      'Certify a run of all checks, or leave --certify out.',
    );
  }
  const privateKey = readPrivateKey('--sign', sign);
  const file = fileIn(out, dll);
  requireWritable(`--out ${out}`, file);
  refuseClash({ option: `--out ${out}`, file }, others);
  return { write: async (record) => write(record, privateKey, file) };
}

async function write(record: RunRecord, privateKey: KeyObject, file: string): Promise<Filled> {
  const reasons = whyNotCertifiable(record);
  if (reasons.length > 0) return say('no certificate was written: {reasons}.', { reasons: joined(reasons, '; ') });
  const text = makeBundle({ record, harness: harnessHash(), page: await certificatePage(record) }, privateKey);
  try {
    writeWhole(file, text);
  } catch (error) {
    throw new UsageError(
      say('--out {file}: the certificate cannot be written: {reason}', { file, reason: whyNotWritten(error) }),
      'Name a file with room for it.',
    );
  }
  return say('certificate ({verdict}): {file}', { verdict: say(record.summary.verdict), file });
}
