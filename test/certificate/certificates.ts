/** Certificates by hand, and what one has to change in them. */
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import english from 'zod/v4/locales/en.js';
import { config } from 'zod/mini';

import { bundleSchema, bundleText, makeBundle, type Bundle } from '../../harness/certificate/bundle.js';
import { sha256 } from '../../harness/certificate/digest.js';
import { signEnvelope } from '../../harness/certificate/envelope.js';
import { statementOf, statementText } from '../../harness/certificate/statement.js';
import type { RunRecord } from '../../harness/record/run-record.js';
import { sampleRecord } from '../reports/sample-record.js';

/** As the command line does. */
config(english());

export const harness = 'ef'.repeat(32);

export const signer: { readonly privateKey: KeyObject; readonly publicKey: KeyObject } = generateKeyPairSync('ed25519');

/** With a check of every verdict, and texts of vendors that mean harm. */
export function recordToSign(vendorText?: string): RunRecord {
  const record = sampleRecord(vendorText);
  return { ...record, tool: { ...record.tool, catalogue: 'cd'.repeat(32) } };
}

export function certificateOf(record: RunRecord = recordToSign(), page: string | undefined = '<p>page</p>'): string {
  return makeBundle({ record, harness, page }, signer.privateKey);
}

/** What `change` makes of a certificate, written as olkconform writes one. */
export function changed(change: (bundle: Bundle) => void, certificate: string = certificateOf()): Buffer {
  const bundle = bundleSchema.parse(JSON.parse(certificate));
  change(bundle);
  return Buffer.from(bundleText(bundle));
}

/** Signed again by whoever holds a key, after a file was changed: hashes and signature are good. */
export function signAgain(bundle: Bundle, record: RunRecord, key: KeyObject = signer.privateKey): void {
  const digests: Record<string, string> = {};
  for (const [name, content = ''] of Object.entries(bundle.files))
    digests[name] = sha256(Buffer.from(content, 'base64'));
  const statement = statementOf(record, harness, digests);
  bundle.envelope = signEnvelope(Buffer.from(statementText(statement)), key);
}

/** In base64, as a file of a certificate. */
export function file(text: string): string {
  return Buffer.from(text).toString('base64');
}
