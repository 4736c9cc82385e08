/** Ed25519 keys in PEM files: PKCS#8 for the private one, SPKI for the public one. */
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { closeSync, openSync, readSync, realpathSync, statSync } from 'node:fs';

import { fileBytes, UnfitFile } from '../plan/file-bytes.js';
import { UsageError } from '../plan/usage-error.js';
import { say } from '../language/message.js';
import { whyUnreadable } from '../plan/unreadable.js';
import { reasonOf } from '../record/reason.js';

/** A PEM file of an Ed25519 key has some 120 bytes; this bounds what a wrong path can make us read. */
const largestKeyFile = 64 * 1024;

const isEncrypted = /-----BEGIN ENCRYPTED PRIVATE KEY-----|^Proc-Type: 4,ENCRYPTED/m;
const isPrivate = /-----BEGIN ([A-Z]+ )?PRIVATE KEY-----/;
/** No certificate, and no private key, from both of which Node would make a public one as well. */
const publicHeader = '-----BEGIN PUBLIC KEY-----';

const makeOne = 'olkconform keygen --out FOLDER makes a pair.';

/** One that has a name in some folder, and that nobody need ever write to. What is open already has none. */
function refuseNamedPipe(file: string): void {
  if (!statSync(file).isFIFO()) return;
  try {
    realpathSync.native(file);
  } catch {
    return;
  }
  throw new UnfitFile(say('it is not a regular file, and has to be one'));
}

/** A pipe that is open serves as well as a file: what decrypts a key need not leave it on a disk. */
function firstBytes(file: string): Buffer {
  refuseNamedPipe(file);
  const opened = openSync(file, 'r');
  try {
    const bytes = Buffer.alloc(largestKeyFile);
    let length = 0;
    for (let read = 1; read > 0 && length < bytes.length; length += read)
      read = readSync(opened, bytes, length, bytes.length - length, null);
    return bytes.subarray(0, length);
  } finally {
    closeSync(opened);
  }
}

function pemIn(option: string, file: string, read: (file: string) => Buffer): string {
  try {
    return read(file).toString();
  } catch (error) {
    const reason = whyUnreadable(error);
    throw new UsageError(say('{option} {file}: the key cannot be read: {reason}', { option, file, reason }), makeOne);
  }
}

function keyFrom(option: string, file: string, read: () => KeyObject): KeyObject {
  let key: KeyObject;
  try {
    key = read();
  } catch (error) {
    const reason = reasonOf(error);
    throw new UsageError(
      say('{option} {file}: this PEM file holds no key that can be read: {reason}', { option, file, reason }),
      makeOne,
    );
  }
  const { asymmetricKeyType = 'unknown' } = key;
  if (asymmetricKeyType === 'ed25519') return key;
  throw new UsageError(
    say('{option} {file}: it is a key for {type}, not for Ed25519.', { option, file, type: asymmetricKeyType }),
    makeOne,
  );
}

/** @throws UsageError for everything that is not a private Ed25519 key at hand. */
export function readPrivateKey(option: string, file: string): KeyObject {
  const pem = pemIn(option, file, firstBytes);
  if (isEncrypted.test(pem)) {
    throw new UsageError(
      say('{option} {file}: the key is encrypted, and olkconform asks for no passphrase.', { option, file }),
      'Let it be decrypted for this run alone: openssl pkey -in KEY | olkconform … --sign /dev/stdin',
    );
  }
  if (!isPrivate.test(pem)) {
    const what = pem.includes(publicHeader)
      ? say('{option} {file}: it is a public key, and only the private one can sign.', { option, file })
      : say('{option} {file}: it is no private key.', { option, file });
    throw new UsageError(what, makeOne);
  }
  return keyFrom(option, file, () => createPrivateKey({ key: pem, format: 'pem' }));
}

/** @throws UsageError for everything that is not a public Ed25519 key. */
export function readPublicKey(option: string, file: string): KeyObject {
  const pem = pemIn(option, file, (named) => fileBytes(named, largestKeyFile));
  if (isPrivate.test(pem) || isEncrypted.test(pem)) {
    throw new UsageError(
      say('{option} {file}: it is a private key, which nobody but its owner should have.', { option, file }),
      'Give the public one: openssl pkey -in KEY -pubout makes it.',
    );
  }
  if (!pem.includes(publicHeader))
    throw new UsageError(say('{option} {file}: it is no public key in PEM.', { option, file }), makeOne);
  return keyFrom(option, file, () => createPublicKey({ key: pem, format: 'pem' }));
}

/** The name of a key pair: the SHA-256 of its public key as DER (SPKI), in hex. */
export function keyIdOf(publicKey: KeyObject): string {
  return createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex');
}

export interface KeyPair {
  /** PEM. */
  readonly privateKey: string;
  readonly publicKey: string;
  readonly id: string;
}

export function makeKeyPair(): KeyPair {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return {
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    id: keyIdOf(publicKey),
  };
}
