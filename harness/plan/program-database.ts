/**
 * A PDB, the file that Microsoft's linker (and LLVM's) writes a DLL's symbols to: which build it belongs to, and the name
 * of the function at a place of a section. Layout as LLVM's "The PDB File Format" tells it; types and lines are not read.
 */
import type { FileSource } from './file-bytes.js';
import type { Identification } from './image.js';
import { MultiStreamFile } from './multi-stream-file.js';

const streams = { info: 1, symbols: 3 } as const;
/** Sizes of the fixed parts: of the stream of symbols (DBI), and of a module's entry there before its names. */
const header = 64;
const moduleHeader = 64;

const kinds = { publicSymbol: 0x110e, function: 0x1110, ownFunction: 0x110f } as const;

/** The second form of the section contributions; its entries have a field more. */
const widerContributions = 0xf131_51e4;

export interface FunctionInSection {
  readonly name: string;
  /** Where it begins, from its section's beginning. */
  readonly offset: number;
  /** Whether the PDB says that it reaches as far; of a public symbol it says no size. */
  readonly isWithin: boolean;
}

/** A record's kind and what follows the kind. */
function* recordsOf(bytes: Buffer, from: number): Generator<{ kind: number; body: Buffer }, void> {
  for (let at = from; at + 4 <= bytes.length;) {
    const end = at + 2 + bytes.readUInt16LE(at);
    if (end < at + 4 || end > bytes.length) return;
    yield { kind: bytes.readUInt16LE(at + 2), body: bytes.subarray(at + 4, end) };
    at = end;
  }
}

/** The zero-terminated text from there on. */
function textAt(bytes: Buffer, at: number): string {
  const end = bytes.indexOf(0, at);
  return bytes.toString('utf8', at, end < 0 ? bytes.length : end);
}

export class ProgramDatabase {
  readonly #file: MultiStreamFile;
  readonly #symbols: Buffer;

  /** @throws NotProgramDatabase with the reason, as a clause. */
  constructor(source: FileSource) {
    this.#file = new MultiStreamFile(source);
    this.#symbols = this.#file.read(streams.symbols);
  }

  /** Whether it was written by the link that wrote the image of this identification. */
  belongsTo({ signature, age }: Identification): boolean {
    const info = this.#file.read(streams.info, 0, 28);
    // The age that counts is that of the symbols: tools that add a stream raise the other one.
    return (
      info.length === 28 &&
      this.#symbols.length >= header &&
      info.subarray(12).equals(signature) &&
      this.#symbols.readUInt32LE(8) === age
    );
  }

  /**
   * The function that holds this place of a section (its number in the image, from 1), by what the compiler told of it,
   * which has static functions and undecorated names; or else the public symbol nearest below.
   */
  functionAt(section: number, offset: number): FunctionInSection | undefined {
    if (this.#symbols.length < header) return undefined;
    return this.#compiled(section, offset) ?? this.#published(section, offset);
  }

  #compiled(section: number, offset: number): FunctionInSection | undefined {
    const module = this.#moduleAt(section, offset);
    const entry = module === undefined ? undefined : this.#entryOf(module);
    if (entry === undefined) return undefined;
    // Lines and more come behind the symbols, which begin with a signature of 4 bytes.
    const symbols = this.#file.read(this.#symbols.readUInt16LE(entry + 34), 0, this.#symbols.readUInt32LE(entry + 36));
    for (const { kind, body } of recordsOf(symbols, 4)) {
      // Scope (3 fields), size, two fields, type, offset, section, flags, name.
      const isFunction = (kind === kinds.function || kind === kinds.ownFunction) && body.length > 35;
      if (!isFunction || body.readUInt16LE(32) !== section) continue;
      const begin = body.readUInt32LE(28);
      if (offset >= begin && offset < begin + body.readUInt32LE(12)) {
        return { name: textAt(body, 35), offset: begin, isWithin: true };
      }
    }
    return undefined;
  }

  #published(section: number, offset: number): FunctionInSection | undefined {
    let best: { readonly begin: number; readonly body: Buffer } | undefined;
    for (const { kind, body } of recordsOf(this.#file.read(this.#symbols.readUInt16LE(20)), 0)) {
      if (kind !== kinds.publicSymbol || body.length <= 10 || body.readUInt16LE(8) !== section) continue;
      const begin = body.readUInt32LE(4);
      if (begin <= offset && (best === undefined || begin > best.begin)) best = { begin, body };
    }
    return best === undefined ? undefined : { name: textAt(best.body, 10), offset: best.begin, isWithin: false };
  }

  /** The number of the object file that this place was linked from. */
  #moduleAt(section: number, offset: number): number | undefined {
    const begin = header + this.#symbols.readUInt32LE(24);
    const end = Math.min(begin + this.#symbols.readUInt32LE(28), this.#symbols.length);
    if (begin + 4 > end) return undefined;
    const entry = this.#symbols.readUInt32LE(begin) === widerContributions ? 32 : 28;
    for (let at = begin + 4; at + entry <= end; at += entry) {
      const from = this.#symbols.readUInt32LE(at + 4);
      const isIn = offset >= from && offset < from + this.#symbols.readUInt32LE(at + 8);
      if (isIn && this.#symbols.readUInt16LE(at) === section) return this.#symbols.readUInt16LE(at + 16);
    }
    return undefined;
  }

  /** Where an object file's entry begins: entries are of different sizes, for each ends with two names. */
  #entryOf(module: number): number | undefined {
    const end = Math.min(header + this.#symbols.readUInt32LE(24), this.#symbols.length);
    let at = header;
    for (let index = 0; at + moduleHeader <= end; index += 1) {
      if (index === module) return at;
      const name = this.#symbols.indexOf(0, at + moduleHeader);
      const archive = name < 0 ? -1 : this.#symbols.indexOf(0, name + 1);
      if (archive < 0) return undefined;
      at = header + 4 * Math.ceil((archive + 1 - header) / 4);
    }
    return undefined;
  }
}
