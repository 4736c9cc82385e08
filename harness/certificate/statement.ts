/**
 * What is signed: an in-toto Statement (v1) that the DLL of this hash was tested (test-result v0.1), by what, with which
 * result, and the hash of every file in the certificate.
 */
import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod/mini';

import { say } from '../language/message.js';
import type { Check, RunRecord } from '../record/run-record.js';
import { parseCanonical } from './canonical-json.js';
import { checked } from './checked.js';
import { NotVerified } from './not-verified.js';

const digest = z.strictObject({ sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)) });

const named = z.strictObject({ name: z.string(), digest });

const statementSchema = z.strictObject({
  _type: z.literal('https://in-toto.io/Statement/v1'),
  /** The DLL. */
  subject: z.tuple([named]),
  predicateType: z.literal('https://in-toto.io/attestation/test-result/v0.1'),
  predicate: z.strictObject({
    result: z.enum(['PASSED', 'WARNED', 'FAILED']),
    /** What judged: the harness by the hash of its own files, and the catalogue of statements that it judged by. */
    configuration: z.tuple([named, named]),
    passedTests: z.array(z.string()),
    warnedTests: z.array(z.string()),
    failedTests: z.array(z.string()),
    /** Of our own, as the predicate's specification allows: the certificate's files. */
    olkconformFiles: z.array(named),
  }),
});

export type Statement = z.infer<typeof statementSchema>;

/** The names of the files in a certificate, by their hashes. */
export type FileDigests = Readonly<Record<string, string>>;

function resultOf({ verdict, warning }: RunRecord['summary']): Statement['predicate']['result'] {
  if (verdict !== 'conformant') return 'FAILED';
  return warning > 0 ? 'WARNED' : 'PASSED';
}

function named256(name: string, sha256: string): z.infer<typeof named> {
  return { name, digest: { sha256 } };
}

/** A file's name alone, of a path of Windows or of Linux. */
export function fileNameOf(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

/** @param harness the hash of the files that judged */
export function statementOf(record: RunRecord, harness: string, files: FileDigests): Statement {
  const { subject, tool, summary, checks } = record;
  const testsWith = (verdict: Check['verdict']): string[] =>
    checks.filter((check) => check.verdict === verdict).map(({ id }) => id);
  return {
    _type: 'https://in-toto.io/Statement/v1',
    subject: [named256(fileNameOf(subject.path), subject.sha256)],
    predicateType: 'https://in-toto.io/attestation/test-result/v0.1',
    predicate: {
      result: resultOf(summary),
      configuration: [named256(`olkconform ${tool.version}`, harness), named256('catalogue', tool.catalogue)],
      passedTests: testsWith('pass'),
      warnedTests: testsWith('warning'),
      failedTests: testsWith('fail'),
      olkconformFiles: Object.entries(files).map(([name, sha256]) => named256(name, sha256)),
    },
  };
}

export function statementText(statement: Statement): string {
  return JSON.stringify(statement);
}

/** @throws NotVerified when it is no statement of a test's result, written as olkconform writes it. */
export function readStatement(payload: Buffer): Statement {
  return parseCanonical(payload, say('the signed statement'), {
    read: (value) => checked(statementSchema, value, say("what is signed is no statement of a test's result")),
    write: statementText,
  });
}

/** @throws NotVerified naming the first thing that is stated and does not follow from the record. */
export function requireStated(statement: Statement, expected: Statement): void {
  const stated: Record<string, unknown> = { ...statement, ...statement.predicate };
  const { predicate, ...others } = expected;
  const wrong = Object.entries({ ...others, ...predicate }).find(
    ([member, value]) => !isDeepStrictEqual(stated[member], value),
  );
  if (wrong !== undefined)
    throw new NotVerified(
      say("the signed statement's {member} does not follow from its run record", { member: wrong[0] }),
    );
}
