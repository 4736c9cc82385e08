import { openBundle } from '../../harness/certificate/bundle.js';
import { NotVerified } from '../../harness/certificate/not-verified.js';
import { signer } from './certificates.js';

/** What is wrong with it; undefined: nothing is. */
export function problemOf(given: Buffer): string | undefined {
  try {
    openBundle(given, signer.publicKey);
    return undefined;
  } catch (error) {
    if (error instanceof NotVerified) return error.message;
    throw error;
  }
}
