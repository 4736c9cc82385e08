/**
 * The container of a PDB: numbered streams, each spread over blocks of the file. Layout as LLVM's "The MSF File Format"
 * tells it. The file lies beside the vendor's DLL and may be anything: each read is checked, each size bounded.
 */
import type { FileSource } from './file-bytes.js';

const magic = Buffer.from('Microsoft C/C++ MSF 7.00\r\n\u001aDS\0\0\0', 'latin1');
const superBlockSize = magic.length + 24;
const blockSizes: ReadonlySet<number> = new Set([512, 1024, 2048, 4096, 8192, 16_384, 32_768]);

/** What a list of 4-byte block numbers takes for a file of 8 GB. */
const largestDirectory = 16 * 1024 * 1024;
/** Of one stream so much is read at most: the symbols of a program of a few hundred megabytes. */
const largestRead = 128 * 1024 * 1024;
/** The size of a stream that does not exist. */
const noStream = 0xffff_ffff;

export class NotProgramDatabase extends Error {
  override readonly name = 'NotProgramDatabase';
}

/** The format numbers them with 16 bits wherever one is named. */
const mostStreams = 0xffff;

interface Stream {
  readonly size: number;
  readonly blocks: Buffer;
}

export class MultiStreamFile {
  readonly #source: FileSource;
  readonly #blockSize: number;
  readonly #streams: Stream[] = [];

  /** @throws NotProgramDatabase with the reason, as a clause. */
  constructor(source: FileSource) {
    this.#source = source;
    const head = source.read(0, superBlockSize);
    if (head.length < superBlockSize || !head.subarray(0, magic.length).equals(magic)) {
      throw new NotProgramDatabase('it does not begin as a PDB');
    }
    this.#blockSize = head.readUInt32LE(magic.length);
    const size = head.readUInt32LE(magic.length + 12);
    const map = head.readUInt32LE(magic.length + 20);
    if (!blockSizes.has(this.#blockSize)) throw new NotProgramDatabase('its blocks have no known size');
    if (size > largestDirectory) throw new NotProgramDatabase('its directory is too large');
    const blocks = source.read(map * this.#blockSize, 4 * this.#blocksFor(size));
    this.#list(this.#bytes({ size, blocks }, 0, size));
  }

  /** Bytes of a stream, as many as there are; none where there is no such stream. */
  read(stream: number, offset = 0, length = largestRead): Buffer {
    const found = this.#streams[stream];
    if (found === undefined || offset >= found.size) return Buffer.alloc(0);
    return this.#bytes(found, offset, Math.min(length, found.size - offset));
  }

  /** The directory: how many streams, the size of each, and the blocks of one after the other. */
  #list(directory: Buffer): void {
    const count = directory.length < 4 ? 0 : directory.readUInt32LE(0);
    let at = 4 + 4 * count;
    if (count > mostStreams) throw new NotProgramDatabase('it names too many streams');
    if (at > directory.length) throw new NotProgramDatabase('its directory ends too soon');
    for (let stream = 0; stream < count; stream += 1) {
      const told = directory.readUInt32LE(4 + 4 * stream);
      const size = told === noStream ? 0 : told;
      const end = at + 4 * this.#blocksFor(size);
      if (end > directory.length) throw new NotProgramDatabase('its directory ends too soon');
      this.#streams.push({ size, blocks: directory.subarray(at, end) });
      at = end;
    }
  }

  #blocksFor(size: number): number {
    return Math.ceil(size / this.#blockSize);
  }

  #bytes({ blocks }: Stream, offset: number, length: number): Buffer {
    // Before room is made for it: a few blocks that are named over and over again make a stream of any size.
    if (length > Math.min(largestRead, this.#source.size)) throw new NotProgramDatabase('a stream is too large');
    const parts: Buffer[] = [];
    for (let at = offset; at < offset + length;) {
      const within = at % this.#blockSize;
      const wanted = Math.min(this.#blockSize - within, offset + length - at);
      const entry = 4 * Math.floor(at / this.#blockSize);
      if (entry + 4 > blocks.length) throw new NotProgramDatabase('a stream has lost its blocks');
      const part = this.#source.read(blocks.readUInt32LE(entry) * this.#blockSize + within, wanted);
      if (part.length < wanted) throw new NotProgramDatabase('a stream lies beyond its end');
      parts.push(part);
      at += wanted;
    }
    return Buffer.concat(parts, length);
  }
}
