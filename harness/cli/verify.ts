/** `olkconform verify`: whether a certificate holds, without the DLL, its host, or a network. */
import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';

import { cut } from '../../reports/cut.js';
import { terminalText } from '../../reports/terminal-text.js';
import { sha256 } from '../certificate/digest.js';
import { fileBytes } from '../plan/file-bytes.js';
import { UsageError } from '../plan/usage-error.js';
import { exitStatus, type ExitStatus } from './exit-status.js';
import { loadRules } from './load-rules.js';
import { print } from './output.js';
import { writeWhole } from './whole-file.js';
import type { Verified } from '../certify/verify-certificate.js';
import { english } from '../language/message.js';

/** A run with a page for people has some three megabytes. */
const largestBundle = 64 * 1024 * 1024;

/** A path of Windows fits, and so do the differences that are told. */
const longestText = 1000;

interface Flags {
  readonly key: string;
  readonly dll?: string;
  readonly extract?: string;
}

function bytesOf(file: string): Buffer {
  try {
    const stats = statSync(file);
    if (!stats.isFile()) throw new Error('it is not a regular file');
    if (stats.size > largestBundle) throw new Error(`${String(stats.size)} bytes are too many for a certificate`);
    return readFileSync(file);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(
      english(`${file}: this certificate cannot be read: ${reason}`),
      english('olkconform run … --certify writes one.'),
    );
  }
}

function hashOfDll(file: string): string {
  try {
    return sha256(fileBytes(file));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(english(`--dll ${file}: ${reason}`), english('Give the DLL that the certificate is about.'));
  }
}

/** The names are the format's own, not the certificate's: none of them leads anywhere else. */
function extract(folder: string, files: Verified['files']): void {
  try {
    mkdirSync(folder, { recursive: true });
    for (const [name, content] of files) writeWhole(join(folder, name), content.toString());
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(english(`--extract ${folder}: ${reason}`), english('Name a folder that can be written to.'));
  }
}

/** Whoever made the certificate chose its texts, and how long they are. */
function shown(text: string): string {
  return terminalText(cut(text, longestText));
}

const makers = {
  same: 'the very one that verifies',
  'other build': 'another build of the version that verifies: words and page were not compared',
  'other version': 'another version than the one that verifies: words and page were not compared',
} as const satisfies Record<Verified['maker'], string>;

interface Given {
  readonly keyId: string;
  readonly isDllGiven: boolean;
}

function verifiedText({ record, harness, files, maker }: Verified, { keyId, isDllGiven }: Given): string {
  const { subject, summary, tool, environment, startedAt, checks, transcripts } = record;
  const { pass, fail, warning, notApplicable, inconclusive } = summary;
  const verdicts = sha256(files.get('verdicts.json') ?? Buffer.of());
  const lines = [
    ['signature', `good: Ed25519, key ${keyId}`],
    ['DLL', `${subject.path}, sha256 ${subject.sha256} (${isDllGiven ? 'the one given' : 'not compared: --dll FILE'})`],
    ['run', `${startedAt} on ${environment.platform} ${environment.arch}, ${environment.host}`],
    [
      'judged by',
      `olkconform ${tool.version}, files ${harness.slice(0, 12)}, catalogue ${tool.catalogue.slice(0, 12)}`,
    ],
    ['', makers[maker]],
    [
      'verdicts',
      `${String(checks.length)} checks judged again from ${String(transcripts.length)} transcripts, with the same verdicts`,
    ],
    ['', `verdicts.json has sha256 ${verdicts}`],
  ] as const;
  const counts = `${String(pass)} passed, ${String(fail)} failed, ${String(warning)} warnings, ${String(notApplicable)} not applicable, ${String(inconclusive)} inconclusive`;
  const isConformant = summary.verdict === 'conformant';
  return [
    ...lines.map(([what, text]) => `${what.padEnd(10)} ${shown(text)}`),
    `Verified: ${isConformant ? 'conformant' : 'NOT CONFORMANT'} (${counts})`,
    '',
  ].join('\n');
}

async function verify(bundle: string, { key, dll, extract: folder }: Flags): Promise<ExitStatus> {
  const [{ keyIdOf, readPublicKey }, { verifyCertificate }, { NotVerified }, { harnessHash }, { possiblePages }] =
    await Promise.all([
      import('../certificate/keys.js'),
      import('../certify/verify-certificate.js'),
      import('../certificate/not-verified.js'),
      import('../certify/harness-hash.js'),
      import('./certificate-page.js'),
    ]);
  const publicKey = readPublicKey('--key', key);
  const bytes = bytesOf(bundle);
  const dllHash = dll === undefined ? undefined : hashOfDll(dll);
  try {
    const options = { publicKey, loadRules, harness: harnessHash, dll: dllHash, pages: possiblePages };
    const verified = await verifyCertificate(bytes, options);
    print(verifiedText(verified, { keyId: keyIdOf(publicKey), isDllGiven: dllHash !== undefined }));
    if (folder !== undefined) extract(folder, verified.files);
    return exitStatus[verified.record.summary.verdict];
  } catch (error) {
    if (!(error instanceof NotVerified)) throw error;
    print(`NOT VERIFIED: ${shown(error.message)}.\n`);
    return exitStatus.nonconformant;
  }
}

export function verifyCommand(program: Command, finish: (status: ExitStatus) => void): void {
  program
    .command('verify')
    .argument('<certificate>', 'what olkconform run --certify has written')
    .description('verify a certificate: signature, hashes, and the verdicts judged again from its transcripts')
    .requiredOption('--key <FILE>', "the signer's public key, from the signer and not from the certificate's sender")
    .option('--dll <FILE>', 'the DLL that it should be about')
    .option('--extract <FOLDER>', 'once it is verified, write what it holds into this folder')
    .action(async (bundle: string, flags: Flags) => {
      finish(await verify(bundle, flags));
    });
}
