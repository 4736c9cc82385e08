import { generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';

import { keyIdOf, makeKeyPair, readPrivateKey, readPublicKey } from '../../harness/certificate/keys.js';
import { UsageError } from '../../harness/plan/usage-error.js';
import { temporaryFolder } from '../setup/temporary-folder.js';

describe('keys', () => {
  const folder = temporaryFolder();
  const pair = makeKeyPair();
  const written = (content: string | Buffer): string => {
    const path = join(folder(), 'key.pem');
    writeFileSync(path, content);
    return path;
  };

  it('are read as they were made, and named after the public one', () => {
    expect(readPrivateKey('--sign', written(pair.privateKey)).asymmetricKeyType).to.equal('ed25519');
    expect(keyIdOf(readPublicKey('--key', written(pair.publicKey))))
      .to.equal(pair.id)
      .and.match(/^[0-9a-f]{64}$/);
  });

  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 1024 });
  const rsa = privateKey.export({ type: 'pkcs8', format: 'pem' });
  const rsaPublic = publicKey.export({ type: 'spki', format: 'pem' });
  const encrypted = generateKeyPairSync('ed25519').privateKey.export({
    type: 'pkcs8',
    format: 'pem',
    cipher: 'aes-256-cbc',
    passphrase: 'secret',
  });
  const signsNot: Record<string, [string | Buffer, RegExp]> = {
    'one of another kind': [rsa, /it is a key for rsa, not for Ed25519/],
    'one that is encrypted': [encrypted, /the key is encrypted, and olkconform asks for no passphrase/],
    'a public one': [pair.publicKey, /it is a public key, and only the private one can sign/],
    'no key': ['hello', /it is no private key/],
    'a damaged one': [pair.privateKey.replace('MC4C', 'AAAA'), /holds no key that can be read/],
    'a large file': [Buffer.alloc(1_000_000), /it is no private key/],
  };
  for (const [what, [content, words]] of Object.entries(signsNot)) {
    it(`to sign with: ${what} is refused`, () => {
      expect(() => readPrivateKey('--sign', written(content))).to.throw(UsageError, words);
    });
  }

  const verifiesNot: Record<string, [string | Buffer, RegExp]> = {
    'one of another kind': [rsaPublic, /it is a key for rsa, not for Ed25519/],
    'a private one': [pair.privateKey, /it is a private key/],
    'an encrypted private one': [encrypted, /it is a private key/],
    'no key': ['hello', /it is no public key in PEM/],
    'a large file': [Buffer.alloc(1_000_000), /bytes are too many/],
    'a damaged one': [pair.publicKey.replace('MCow', 'AAAA'), /holds no key that can be read/],
  };
  for (const [what, [content, words]] of Object.entries(verifiesNot)) {
    it(`to verify with: ${what} is refused`, () => {
      expect(() => readPublicKey('--key', written(content))).to.throw(UsageError, words);
    });
  }

  it('that are not there, or are folders, are told so', () => {
    expect(() => readPublicKey('--key', join(folder(), 'none'))).to.throw(
      UsageError,
      /cannot be read: there is no such file/,
    );
    expect(() => readPrivateKey('--sign', folder())).to.throw(UsageError, /cannot be read: EISDIR/);
  });
});
