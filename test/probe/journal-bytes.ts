/** What a bridge writes into the journal, for tests of what reads it. */
import type { SealChain } from '../../harness/probe/seal.js';

/** One record, with its length and under the next seal. */
export function sealedRecord(payload: Buffer, seals: SealChain): Buffer {
  const head = Buffer.alloc(12);
  head.writeUInt32LE(payload.length);
  head.writeBigUInt64LE(seals.next(payload), 4);
  return Buffer.concat([head, payload]);
}
