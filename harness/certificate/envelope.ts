/** DSSE: what is signed is not the payload alone but its type with it, so that neither can be taken for another. */
import { createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import * as z from 'zod/mini';

import { say } from '../language/message.js';
import { base64 } from './base64.js';
import { keyIdOf } from './keys.js';
import { NotVerified } from './not-verified.js';

const payloadType = 'application/vnd.in-toto+json';

export const envelopeSchema = z.strictObject({
  payloadType: z.literal(payloadType),
  payload: base64,
  /** DSSE allows several; a certificate has one signer. */
  signatures: z.tuple([z.strictObject({ keyid: z.string(), sig: base64 })]),
});

type Envelope = z.infer<typeof envelopeSchema>;

/** The pre-authentication encoding. Lengths are of bytes. */
export function preAuthEncoding(type: string, body: Buffer): Buffer {
  const head = `DSSEv1 ${String(Buffer.byteLength(type))} ${type} ${String(body.length)} `;
  return Buffer.concat([Buffer.from(head), body]);
}

export function signEnvelope(payload: Buffer, privateKey: KeyObject): Envelope {
  const signature = sign(null, preAuthEncoding(payloadType, payload), privateKey);
  return {
    payloadType,
    payload: payload.toString('base64'),
    signatures: [{ keyid: keyIdOf(createPublicKey(privateKey)), sig: signature.toString('base64') }],
  };
}

/**
 * The payload, and only when its signature is good: nothing reads another copy of it.
 * @throws NotVerified
 */
export function verifiedPayload(envelope: Envelope, publicKey: KeyObject): Buffer {
  const payload = Buffer.from(envelope.payload, 'base64');
  const [{ keyid, sig }] = envelope.signatures;
  const given = keyIdOf(publicKey);
  const isGood = verify(
    null,
    preAuthEncoding(envelope.payloadType, payload),
    publicKey,
    new Uint8Array(Buffer.from(sig, 'base64')),
  );
  // What the envelope calls the key is not signed. It helps to say what is wrong, and decides nothing alone.
  if (!isGood && keyid !== given)
    throw new NotVerified(say('it is signed with key {keyid}, and the one given is {given}', { keyid, given }));
  if (!isGood) throw new NotVerified('the signature is not good: what was signed, or the signature, has been changed');
  if (keyid !== given)
    throw new NotVerified(say('it calls its key {keyid}, and it is signed with {given}', { keyid, given }));
  return payload;
}
