/**
 * The journal: a file that the child maps into its memory and writes every step to, before and after the call.
 * Whatever becomes of the child, what it had written is here. Layout (little endian): `OLKJ`, version u32, bytes used
 * u64, the key of the first seal u64, where the walker is (walk-place.ts) to byte 48; what the native part tells of the
 * vendor's code (exception.ts, shown-window.ts) to byte 256; then records, each a u32 length, a seal (seal.ts) and that many bytes of JSON.
 */
import { journalRecordSchema, type JournalRecord } from '../record/transcript.js';
import { sealSize, type SealChain } from './seal.js';

export const headerSize = 256;
const version = 3;
const keyOffset = 16;

/** Room for the transcripts of one child; a sparse file, so only what is written costs anything. */
export const journalSize = 16 * 1024 * 1024;

/** The bytes with which a new journal begins; the rest is zeroes. The bridge takes the key and wipes it. */
export function journalHeader(key: Buffer): Buffer {
  const header = Buffer.alloc(headerSize);
  header.write('OLKJ', 0, 'latin1');
  header.writeUInt32LE(version, 4);
  key.copy(header, keyOffset, 0, sealSize);
  return header;
}

/** The message says what is wrong with the journal, as a clause whose subject is `it`. */
export class JournalDamaged extends Error {
  override readonly name = 'JournalDamaged';
}

/**
 * How many bytes of records a journal claims that begins with this header.
 * @throws JournalDamaged when it is no header of a journal, or claims more than there is room for.
 */
export function bytesUsed(header: Buffer): number {
  if (header.length < headerSize || header.toString('latin1', 0, 4) !== 'OLKJ' || header.readUInt32LE(4) !== version) {
    throw new JournalDamaged('it has lost its header');
  }
  const used = header.readBigUInt64LE(8);
  if (used > BigInt(journalSize - headerSize)) throw new JournalDamaged('it claims more than its size');
  return Number(used);
}

/**
 * The records that these bytes, which begin and end with a record, hold under the next seals: one by one, so that those
 * before a damage count.
 * @throws JournalDamaged when the bytes are not what a bridge writes: the DLL wrote over its host's memory.
 */
export function* readRecords(bytes: Buffer, seals: SealChain): Generator<JournalRecord, void> {
  let at = 0;
  while (at < bytes.length) {
    if (at + 4 + sealSize > bytes.length) throw new JournalDamaged('it ends within a record');
    const length = bytes.readUInt32LE(at);
    const begin = at + 4 + sealSize;
    if (begin + length > bytes.length) throw new JournalDamaged('it ends within a record');
    const payload = bytes.subarray(begin, begin + length);
    if (seals.next(payload) !== bytes.readBigUInt64LE(at + 4)) {
      throw new JournalDamaged('it holds a record that the harness did not write');
    }
    yield parseRecord(payload.toString('utf8'));
    at = begin + length;
  }
}

function parseRecord(text: string): JournalRecord {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new JournalDamaged('it holds something that is not JSON');
  }
  const parsed = journalRecordSchema.safeParse(value);
  if (!parsed.success) {
    const beginning = text.slice(0, 200).replaceAll(/[^\x20-\x7e]/g, '?');
    throw new JournalDamaged(`it holds a record of no known form: ${beginning}`);
  }
  return parsed.data;
}
