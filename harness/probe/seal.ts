/**
 * The journal's seals: each record carries one, made with a key that controller and bridge share and that changes with
 * every record. HalfSipHash-2-4 with an output of 64 bits (Aumasson and Bernstein), which is small and quick in any
 * language; the bridge's is Seal.cs.
 */

/** Of a key, and of a seal, in bytes. */
export const sealSize = 8;

interface Half {
  readonly low: number;
  readonly high: number;
}

const rotate = (word: number, by: number): number => (word << by) | (word >>> (32 - by));

/** The word of the message at a position; behind the whole ones the rest of the bytes, with the length on top. */
function wordAt(bytes: Buffer, at: number): number {
  if (at + 4 <= bytes.length) return bytes.readInt32LE(at);
  let last = (bytes.length & 0xff) << 24;
  for (let byte = at; byte < bytes.length; byte += 1) last |= bytes.readUInt8(byte) << (8 * (byte - at));
  return last;
}

/**
 * In one loop, with the state in locals: a run has thousands of records. The last two blocks make the output. A sum may
 * have more than 32 bits until it is rotated or mixed into another word, which cut it.
 */
function hash({ low, high }: Half, bytes: Buffer): Half {
  let [a, b, c, d] = [low, high ^ 0xee, low ^ 0x6c796765, high ^ 0x74656462];
  const words = (bytes.length >>> 2) + 1;
  let first = 0;
  for (let block = 0; block < words + 2; block += 1) {
    const isWord = block < words;
    const word = isWord ? wordAt(bytes, 4 * block) : 0;
    d ^= word;
    if (block === words) c ^= 0xee;
    if (block === words + 1) {
      first = b ^ d;
      b ^= 0xdd;
    }
    for (let round = isWord ? 2 : 4; round > 0; round -= 1) {
      a += b;
      b = rotate(b, 5) ^ a;
      a = rotate(a, 16);
      c += d;
      d = rotate(d, 8) ^ c;
      a += d;
      d = rotate(d, 7) ^ a;
      c += b;
      b = rotate(b, 13) ^ c;
      c = rotate(c, 16);
    }
    a ^= word;
  }
  return { low: first, high: b ^ d };
}

/** What the next key is made from; no record is so short. */
const step = Buffer.from('k', 'latin1');

export class SealChain {
  #key: Half;

  /** The first key: `sealSize` bytes that nobody can guess. */
  constructor(key: Buffer) {
    this.#key = { low: key.readInt32LE(0), high: key.readInt32LE(4) };
  }

  /** The seal of the next record. The key that made it is gone with this. */
  next(payload: Buffer): bigint {
    const { low, high } = hash(this.#key, payload);
    this.#key = hash(this.#key, step);
    return (BigInt(high >>> 0) << 32n) | BigInt(low >>> 0);
  }
}
