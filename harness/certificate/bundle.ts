/**
 * A certificate: one JSON file that holds what was seen (the run record with its transcripts), the verdicts, the page
 * for people, and a signed statement with the hash of each. There is one way to write it, so that no byte of it can be
 * another one.
 */
import type { KeyObject } from 'node:crypto';
import * as z from 'zod/mini';

import { say } from '../language/message.js';
import { runRecordSchema, schemaVersion, type RunRecord } from '../record/run-record.js';
import { base64 } from './base64.js';
import { parseCanonical } from './canonical-json.js';
import { checked } from './checked.js';
import { sha256 } from './digest.js';
import { envelopeSchema, signEnvelope, verifiedPayload } from './envelope.js';
import { NotVerified } from './not-verified.js';
import { readStatement, requireStated, statementOf, statementText, type Statement } from './statement.js';
import { verdictsText } from './verdicts.js';

export const bundleSchema = z.strictObject({
  certificate: z.literal('olkconform'),
  version: z.literal(1),
  envelope: envelopeSchema,
  files: z.strictObject({
    'verdicts.json': base64,
    'record.json': base64,
    'report.html': z.optional(base64),
  }),
});

export type Bundle = z.infer<typeof bundleSchema>;

export type FileName = keyof Bundle['files'];

/** The names are the format's own, not a certificate's: none of them leads anywhere else. */
export const fileNames = Object.keys(bundleSchema.shape.files.shape);

export interface CertificateParts {
  readonly record: RunRecord;
  /** The hash of the files that judged. */
  readonly harness: string;
  /** The page for people; undefined: there is none. */
  readonly page: string | undefined;
}

/** The one way to write it. */
export function bundleText(bundle: Bundle): string {
  return `${JSON.stringify(bundle, null, 2)}\n`;
}

/** The text of the certificate, signed. Same parts and same key, same text. */
export function makeBundle({ record, harness, page }: CertificateParts, privateKey: KeyObject): string {
  const contents = [
    ['verdicts.json', Buffer.from(verdictsText(record, harness))],
    ['record.json', Buffer.from(JSON.stringify(record))],
    ...(page === undefined ? [] : [['report.html', Buffer.from(page)] as const]),
  ] as const;
  const digests = Object.fromEntries(contents.map(([name, bytes]) => [name, sha256(bytes)]));
  const payload = Buffer.from(statementText(statementOf(record, harness, digests)));
  const files = Object.fromEntries(contents.map(([name, bytes]) => [name, bytes.toString('base64')]));
  return bundleText(
    bundleSchema.parse({ certificate: 'olkconform', version: 1, envelope: signEnvelope(payload, privateKey), files }),
  );
}

export interface OpenedBundle {
  readonly record: RunRecord;
  readonly harness: string;
  readonly statement: Statement;
  readonly files: ReadonlyMap<FileName, Buffer>;
}

const versionSchema = z.object({ schemaVersion: z.number() });

function readRecord(value: unknown): RunRecord {
  const version = versionSchema.safeParse(value).data?.schemaVersion;
  if (version !== undefined && version !== schemaVersion) {
    throw new NotVerified(
      say(
        'its run record is of version {version}, and this olkconform reads version {readable}: verify it with the olkconform that made it',
        { version, readable: schemaVersion },
      ),
    );
  }
  return checked(runRecordSchema, value, say('record.json is no run record'));
}

/** The contents, and only when each is the one whose hash is signed. */
function filesOf({ files }: Bundle, { predicate }: Statement): Map<FileName, Buffer> {
  const contents = new Map<FileName, Buffer>();
  const stated = new Map(predicate.olkconformFiles.map(({ name, digest }) => [name, digest.sha256]));
  for (const name of ['verdicts.json', 'record.json', 'report.html'] as const) {
    const content = files[name];
    if (content === undefined) continue;
    const bytes = Buffer.from(content, 'base64');
    if (!stated.has(name)) throw new NotVerified(say('{name} is in it, but was not signed', { name }));
    if (stated.get(name) !== sha256(bytes))
      throw new NotVerified(say('{name} is not the one that was signed', { name }));
    contents.set(name, bytes);
  }
  const missing = [...stated.keys()].find((name) => !Object.hasOwn(files, name));
  if (missing !== undefined) throw new NotVerified(say('{name} was signed, but is not in it', { name: missing }));
  return contents;
}

/**
 * What a certificate holds, when its signature is good, every file is the one that was signed, and the statement and
 * the verdicts say what the run record says. Whether the verdicts follow from the transcripts is for re-judging.
 * @throws NotVerified
 */
export function openBundle(bytes: Buffer, publicKey: KeyObject): OpenedBundle {
  const bundle = parseCanonical(bytes, say('the certificate'), {
    read: (value) => checked(bundleSchema, value, say('it is no certificate')),
    write: bundleText,
  });
  const statement = readStatement(verifiedPayload(bundle.envelope, publicKey));
  const files = filesOf(bundle, statement);
  const contentOf = (name: FileName): Buffer => files.get(name) ?? Buffer.of();
  const record = readRecord(
    parseCanonical(contentOf('record.json'), 'record.json', {
      read: (value) => value,
      write: (value) => JSON.stringify(value),
    }),
  );
  const [{ digest }] = statement.predicate.configuration;
  const harness = digest.sha256;
  const digests = Object.fromEntries([...files].map(([name, content]) => [name, sha256(content)]));
  requireStated(statement, statementOf(record, harness, digests));
  if (!contentOf('verdicts.json').equals(Buffer.from(verdictsText(record, harness))))
    throw new NotVerified('verdicts.json does not say what its run record says');
  return { record, harness, statement, files };
}
