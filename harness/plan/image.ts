/**
 * A PE file's bytes, by address. Layout: the PE format as documented in win32 `desktop-src/debug/pe-format`. The input is
 * hostile: every offset in it may point anywhere, so each read is checked against the file's end and each list is bounded.
 */
import { inEnglish, say, type Filled } from '../language/message.js';

/** Upper bound for entries of a table; real DLLs stay far below it. */
export const mostEntries = 65_536;
const longestName = 512;
const mostDebugEntries = 64;

/** Each address is looked for in all of them. The loader of Windows takes 96. */
const mostSections = 96;

/** Numbers of data directories. */
export const directories = { exports: 0, imports: 1, exceptions: 3, debug: 6, clr: 14 } as const;

export class NotPortableExecutable extends Error {
  override readonly name = 'NotPortableExecutable';
  /** A clause. */
  readonly reason: Filled;

  constructor(reason: Filled) {
    super(inEnglish(reason));
    this.reason = reason;
  }
}

/** What a linker writes into an image and its PDB alike, and where it wrote the PDB to. */
export interface Identification {
  /** The bytes of a GUID. */
  readonly signature: Buffer;
  readonly age: number;
  readonly path: string;
}

/** IMAGE_DEBUG_TYPE_CODEVIEW, and the beginning of its one form that is still written. */
const codeView = 2;
const rsds = 0x5344_5352;

interface Section {
  readonly address: number;
  readonly size: number;
  readonly offset: number;
}

export class Image {
  /** Where the file header (IMAGE_FILE_HEADER) and the optional one begin. */
  readonly fileHeader: number;
  readonly optionalHeader: number;
  readonly sections: readonly Section[];
  /** PE32+, the form of 64 bits. */
  readonly isWide: boolean;
  readonly #bytes: Buffer;
  readonly #directories: number;

  /** @throws NotPortableExecutable with the reason, as a clause. */
  constructor(bytes: Buffer) {
    this.#bytes = bytes;
    if (bytes.length < 64 || this.fieldU16(0) !== 0x5a4d)
      throw new NotPortableExecutable(say('it does not begin with MZ'));
    const signature = this.fieldU32(0x3c);
    if (this.fieldU32(signature) !== 0x0000_4550) throw new NotPortableExecutable(say('it has no PE header'));
    this.fileHeader = signature + 4;
    this.optionalHeader = this.fileHeader + 20;
    this.isWide = this.fieldU16(this.optionalHeader) === 0x20b;
    this.#directories = this.optionalHeader + (this.isWide ? 112 : 96);
    const firstSection = this.optionalHeader + this.fieldU16(this.fileHeader + 16);
    this.sections = Array.from({ length: Math.min(this.fieldU16(this.fileHeader + 2), mostSections) }, (_, at) => {
      const entry = firstSection + 40 * at;
      const size = Math.max(this.fieldU32(entry + 8), this.fieldU32(entry + 16));
      return { address: this.fieldU32(entry + 12), size, offset: this.fieldU32(entry + 20) };
    });
  }

  get bytes(): Buffer {
    return this.#bytes;
  }

  /** A field of a header, by its offset in the file. */
  fieldU16(offset: number): number {
    return this.#field(offset, 2, () => this.#bytes.readUInt16LE(offset));
  }

  fieldU32(offset: number): number {
    return this.#field(offset, 4, () => this.#bytes.readUInt32LE(offset));
  }

  /** Where a data directory lies, and its size; both 0 where there is none. */
  directory(index: number): { readonly address: number; readonly size: number } {
    if (index >= this.fieldU32(this.#directories - 4)) return { address: 0, size: 0 };
    const entry = this.#directories + 8 * index;
    return { address: this.fieldU32(entry), size: this.fieldU32(entry + 4) };
  }

  /** The u32 at a relative virtual address; 0 when it lies outside of the file. */
  u32(rva: number): number {
    const offset = this.#offsetOf(rva);
    return offset === undefined || offset + 4 > this.#bytes.length ? 0 : this.#bytes.readUInt32LE(offset);
  }

  u16(rva: number): number {
    const offset = this.#offsetOf(rva);
    return offset === undefined || offset + 2 > this.#bytes.length ? 0 : this.#bytes.readUInt16LE(offset);
  }

  /** The zero-terminated name at an address; empty when there is none. */
  name(rva: number): string {
    const offset = this.#offsetOf(rva);
    return offset === undefined ? '' : this.nameAt(offset);
  }

  /** As `name`, by the offset in the file. */
  nameAt(offset: number): string {
    // Not the rest of the file: up to 65,536 names may begin in a file of which no byte is zero.
    const bytes = this.#bytes.subarray(offset, offset + longestName + 1);
    const end = bytes.indexOf(0);
    return end < 0 ? '' : bytes.toString('latin1', 0, end);
  }

  /** Which PDB belongs to the image; undefined where the linker wrote none. */
  identification(): Identification | undefined {
    const { address, size } = this.directory(directories.debug);
    const count = address === 0 ? 0 : Math.min(Math.floor(size / 28), mostDebugEntries);
    for (let at = 0; at < count; at += 1) {
      const entry = address + 28 * at;
      const offset = this.u32(entry + 24);
      const isRead = this.u32(entry + 12) === codeView && offset + 24 <= this.#bytes.length;
      if (isRead && this.#bytes.readUInt32LE(offset) === rsds) {
        const signature = this.#bytes.subarray(offset + 4, offset + 20);
        return { signature, age: this.#bytes.readUInt32LE(offset + 20), path: this.nameAt(offset + 24) };
      }
    }
    return undefined;
  }

  #offsetOf(rva: number): number | undefined {
    const section = this.sections.find(({ address, size }) => rva >= address && rva < address + size);
    return section === undefined ? undefined : section.offset + (rva - section.address);
  }

  #field(offset: number, size: number, value: () => number): number {
    if (offset + size > this.#bytes.length) throw new NotPortableExecutable(say('it ends in the middle of its header'));
    return value();
  }
}
