import { generateKeyPairSync, sign } from 'node:crypto';
import { expect } from 'chai';

import { envelopeSchema, preAuthEncoding, signEnvelope, verifiedPayload } from '../../harness/certificate/envelope.js';
import { NotVerified } from '../../harness/certificate/not-verified.js';

const payload = Buffer.from('{"a":1}');
const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const envelope = signEnvelope(payload, privateKey);
const [{ keyid, sig }] = envelope.signatures;

/** The order of Ed25519's group, least byte first. */
const order = Buffer.from('edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010', 'hex');

describe('the envelope', () => {
  it('signs what the specification of DSSE shows', () => {
    const example = preAuthEncoding('http://example.com/HelloWorld', Buffer.from('hello world'));
    expect(example.toString()).to.equal('DSSEv1 29 http://example.com/HelloWorld 11 hello world');
  });

  it('counts bytes, not characters', () => {
    expect(preAuthEncoding('é', Buffer.from('ü€')).toString()).to.equal('DSSEv1 2 é 5 ü€');
  });

  it('gives the payload back to whoever has the public key', () => {
    expect(verifiedPayload(envelope, publicKey)).to.deep.equal(payload);
    expect(signEnvelope(payload, privateKey)).to.deep.equal(envelope);
  });

  const refuses = (what: string, given: () => unknown, words: RegExp): void => {
    it(`refuses ${what}`, () => {
      const open = (): Buffer => verifiedPayload(envelopeSchema.parse(given()), publicKey);
      expect(open).to.throw(NotVerified, words);
    });
  };

  const other = generateKeyPairSync('ed25519');
  const withSignature = (bytes: Buffer): unknown => ({
    ...envelope,
    signatures: [{ keyid, sig: bytes.toString('base64') }],
  });

  refuses(
    'a signature of another key',
    () => signEnvelope(payload, other.privateKey),
    /it is signed with key [0-9a-f]+/,
  );
  refuses(
    'a signature of another key in the name of this one',
    () => ({ ...envelope, signatures: [{ ...signEnvelope(payload, other.privateKey).signatures[0], keyid }] }),
    /the signature is not good/,
  );
  refuses(
    'the name of another key on a good signature',
    () => ({ ...envelope, signatures: [{ keyid: 'ab'.repeat(32), sig }] }),
    /it calls its key abab/,
  );
  refuses('another payload', () => ({ ...envelope, payload: 'e30=' }), /the signature is not good/);
  refuses(
    'a signature of the payload without its type',
    () => withSignature(sign(null, payload, privateKey)),
    /not good/,
  );
  refuses(
    'a signature for another type',
    () => withSignature(sign(null, preAuthEncoding('text/plain', payload), privateKey)),
    /not good/,
  );
  refuses('a signature that is cut off', () => withSignature(Buffer.from(sig, 'base64').subarray(0, 63)), /not good/);
  refuses(
    'the other number that stands for the same signature',
    () => {
      const bytes = Buffer.from(sig, 'base64');
      let carry = 0;
      for (const [at, byte] of order.entries()) {
        const sum = (bytes[32 + at] ?? 0) + byte + carry;
        bytes[32 + at] = sum;
        carry = sum >> 8;
      }
      return withSignature(bytes);
    },
    /not good/,
  );

  it('has one type, one signature, and no other members', () => {
    const isRead = (given: unknown): boolean => envelopeSchema.safeParse(given).success;
    expect(isRead(envelope)).to.equal(true);
    expect(isRead({ ...envelope, payloadType: 'application/json' })).to.equal(false);
    expect(isRead({ ...envelope, signatures: [] })).to.equal(false);
    expect(isRead({ ...envelope, signatures: [...envelope.signatures, ...envelope.signatures] })).to.equal(false);
    expect(isRead({ ...envelope, more: 1 })).to.equal(false);
  });
});
