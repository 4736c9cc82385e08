/** `olkconform verify`: whether a certificate holds, without the DLL, its host, or a network. */
import { lstatSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';

import { countText } from '../../reports/subject-text.js';
import { sha256 } from '../certificate/digest.js';
import { joined, say, type Message } from '../language/message.js';
import { fileBytes } from '../plan/file-bytes.js';
import { whyUnreadable } from '../plan/unreadable.js';
import { UsageError } from '../plan/usage-error.js';
import { replacedOf, type NamedFile } from './clashes.js';
import { exitStatus, type ExitStatus } from './exit-status.js';
import { loadRules } from './load-rules.js';
import { print, rowsText, shown } from './output.js';
import { tell } from './spoken.js';
import { replaceWhole, whyNotWritten } from './whole-file.js';
import type { Verified } from '../certify/verify-certificate.js';

/** A run with a page for people has some three megabytes. */
const largestBundle = 64 * 1024 * 1024;

interface Flags {
  readonly key: string;
  readonly dll?: string;
  readonly extract?: string;
}

function bytesOf(file: string): Buffer {
  try {
    return fileBytes(file, largestBundle);
  } catch (error) {
    throw new UsageError(
      say('{file}: this certificate cannot be read: {reason}', { file, reason: whyUnreadable(error) }),
      'olkconform run … --certify writes one.',
    );
  }
}

function hashOfDll(file: string): string {
  try {
    return sha256(fileBytes(file));
  } catch (error) {
    throw new UsageError(
      say('--dll {file}: {reason}', { file, reason: whyUnreadable(error) }),
      'Give the DLL that the certificate is about.',
    );
  }
}

/** @throws UsageError where what is extracted would be written over what is `read`, or through a link that somebody put there. */
function refuseExtraction(folder: string, names: readonly string[], read: readonly NamedFile[]): void {
  const advice = 'Name another folder, or one that is not there yet.';
  for (const name of names) {
    const [option, file] = [`--extract ${folder}`, join(folder, name)];
    if (lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() === true)
      throw new UsageError(say('{option}: {name} is a symbolic link there.', { option, name }), advice);
    const other = replacedOf({ option, file }, read)?.option;
    if (other !== undefined)
      throw new UsageError(say('{option}: it would be written over the file of {other}.', { option, other }), advice);
  }
}

function extract(folder: string, files: Verified['files']): void {
  try {
    mkdirSync(folder, { recursive: true });
    for (const [name, content] of files) replaceWhole(join(folder, name), content);
  } catch (error) {
    throw new UsageError(
      say('--extract {folder}: {reason}', { folder, reason: whyNotWritten(error) }),
      'Name a folder that can be written to.',
    );
  }
}

const makers = {
  same: 'the very one that verifies',
  'other build': 'another build of the version that verifies: words and page were not compared',
  'other version': 'another version than the one that verifies: words and page were not compared',
} as const satisfies Record<Verified['maker'], Message>;

interface Given {
  readonly keyId: string;
  readonly isDllGiven: boolean;
}

function verifiedText({ record, harness, files, maker }: Verified, { keyId, isDllGiven }: Given): string {
  const { subject, summary, tool, environment, startedAt, checks, transcripts } = record;
  const { pass, fail, warning, notApplicable, inconclusive } = summary;
  const { path, sha256: dll } = subject;
  const { version, catalogue } = tool;
  const rows = rowsText([
    ['signature', say('good: Ed25519, key {keyId}', { keyId })],
    [
      'DLL',
      isDllGiven
        ? say('{path}, sha256 {dll} (the one given)', { path, dll })
        : say('{path}, sha256 {dll} (not compared: --dll FILE)', { path, dll }),
    ],
    [
      'run',
      say('{startedAt} on {platform} {arch}, {host}', {
        startedAt,
        platform: environment.platform,
        arch: environment.arch,
        host: environment.host,
      }),
    ],
    [
      'judged by',
      say('olkconform {version}, files {harness}, catalogue {catalogue}', {
        version,
        harness: harness.slice(0, 12),
        catalogue: catalogue.slice(0, 12),
      }),
    ],
    [undefined, makers[maker]],
    [
      'verdicts',
      say(
        '{count} check judged again from {transcripts} transcripts, with the same verdict|{count} checks judged again from {transcripts} transcripts, with the same verdicts',
        { count: checks.length, transcripts: transcripts.length },
      ),
    ],
    [
      undefined,
      say('{file} has sha256 {hash}', {
        file: 'verdicts.json',
        hash: sha256(files.get('verdicts.json') ?? Buffer.of()),
      }),
    ],
  ]);
  const counts = joined(
    [
      countText('pass', pass),
      countText('fail', fail),
      countText('warning', warning),
      countText('not-applicable', notApplicable),
      countText('inconclusive', inconclusive),
    ],
    ', ',
  );
  const conclusion =
    summary.verdict === 'conformant'
      ? say('Verified: conformant ({counts})', { counts })
      : say('Verified: NOT CONFORMANT ({counts})', { counts });
  return `${rows}${tell(conclusion)}\n`;
}

async function verify(bundle: string, { key, dll, extract: folder }: Flags): Promise<ExitStatus> {
  const [
    { fileNames },
    { keyIdOf, readPublicKey },
    { verifyCertificate },
    { NotVerified },
    { harnessHash },
    { possiblePages },
  ] = await Promise.all([
    import('../certificate/bundle.js'),
    import('../certificate/keys.js'),
    import('../certify/verify-certificate.js'),
    import('../certificate/not-verified.js'),
    import('../certify/harness-hash.js'),
    import('./certificate-page.js'),
  ]);
  if (folder !== undefined)
    refuseExtraction(folder, fileNames, [
      { option: bundle, file: bundle },
      { option: `--key ${key}`, file: key },
      ...(dll === undefined ? [] : [{ option: `--dll ${dll}`, file: dll }]),
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
    print(`${shown(tell(say('NOT VERIFIED: {problem}.', { problem: joined([error.problem], '') })))}\n`);
    return exitStatus.nonconformant;
  }
}

export function verifyCommand(program: Command, finish: (status: ExitStatus) => void): void {
  program
    .command('verify')
    .argument('<certificate>', tell('what olkconform run --certify has written'))
    .description(tell('verify a certificate: signature, hashes, and the verdicts judged again from its transcripts'))
    .requiredOption(
      '--key <FILE>',
      tell("the signer's public key, from the signer and not from the certificate's sender"),
    )
    .option('--dll <FILE>', tell('the DLL that it should be about'))
    .option('--extract <FOLDER>', tell('once it is verified, write what it holds into this folder'))
    .action(async (bundle: string, flags: Flags) => {
      finish(await verify(bundle, flags));
    });
}
