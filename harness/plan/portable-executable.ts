/**
 * Reads what has to be known of a DLL before any process is started for it: its machine, what it exports, what it
 * imports. Layout: the PE format as documented in win32 `desktop-src/debug/pe-format`. The input is hostile: every
 * offset in it may point anywhere, so each read is checked against the file's end and each list is bounded.
 */
const machines = new Map([
  [0x8664, 'x64'],
  [0x014c, 'x86'],
  [0xaa64, 'arm64'],
]);

/** Upper bound for entries of a table; real DLLs stay far below it. */
const mostEntries = 65_536;
const longestName = 512;

/** Each address is looked for in all of them. The loader of Windows takes 96. */
const mostSections = 96;

export interface PortableExecutable {
  /** `x64`, `x86`, `arm64`, or the machine's number in hex. */
  readonly machine: string;
  readonly isDll: boolean;
  readonly exports: readonly string[];
  /** Names of the DLLs that must be found for this one to load. */
  readonly imports: readonly string[];
}

export class NotPortableExecutable extends Error {
  override readonly name = 'NotPortableExecutable';
}

interface Section {
  readonly address: number;
  readonly size: number;
  readonly offset: number;
}

class Image {
  readonly #bytes: Buffer;
  readonly #sections: Section[];

  constructor(bytes: Buffer, sections: Section[]) {
    this.#bytes = bytes;
    this.#sections = sections;
  }

  /** The u32 at a relative virtual address; 0 when it lies outside of the file. */
  u32(rva: number): number {
    const offset = this.#offsetOf(rva);
    return offset === undefined || offset + 4 > this.#bytes.length ? 0 : this.#bytes.readUInt32LE(offset);
  }

  /** The zero-terminated name at an address; empty when there is none. */
  name(rva: number): string {
    const offset = this.#offsetOf(rva);
    if (offset === undefined) return '';
    // Not the rest of the file: up to 65,536 names may begin in a file of which no byte is zero.
    const bytes = this.#bytes.subarray(offset, offset + longestName + 1);
    const end = bytes.indexOf(0);
    return end < 0 ? '' : bytes.toString('latin1', 0, end);
  }

  #offsetOf(rva: number): number | undefined {
    const section = this.#sections.find(({ address, size }) => rva >= address && rva < address + size);
    return section === undefined ? undefined : section.offset + (rva - section.address);
  }
}

function exportsOf(image: Image, table: number): string[] {
  if (table === 0) return [];
  const count = Math.min(image.u32(table + 24), mostEntries);
  const pointers = image.u32(table + 32);
  return Array.from({ length: count }, (_, at) => image.name(image.u32(pointers + 4 * at))).filter(
    (name) => name !== '',
  );
}

function importsOf(image: Image, table: number): string[] {
  if (table === 0) return [];
  const names: string[] = [];
  for (let entry = table; names.length < mostEntries; entry += 20) {
    const name = image.name(image.u32(entry + 12));
    if (name === '') break;
    names.push(name);
  }
  return names;
}

/** @throws NotPortableExecutable with the reason, as a clause. */
export function readPortableExecutable(bytes: Buffer): PortableExecutable {
  const u16 = (offset: number): number => read(bytes, offset, 2, () => bytes.readUInt16LE(offset));
  const u32 = (offset: number): number => read(bytes, offset, 4, () => bytes.readUInt32LE(offset));
  if (bytes.length < 64 || u16(0) !== 0x5a4d) throw new NotPortableExecutable('it does not begin with MZ');
  const header = u32(0x3c);
  if (u32(header) !== 0x0000_4550) throw new NotPortableExecutable('it has no PE header');
  const machine = u16(header + 4);
  const optional = header + 24;
  const wide = u16(optional) === 0x20b;
  const directories = optional + (wide ? 112 : 96);
  const directoryCount = u32(directories - 4);
  const directory = (index: number): number => (index < directoryCount ? u32(directories + 8 * index) : 0);
  const firstSection = optional + u16(header + 20);
  const sections = Array.from({ length: Math.min(u16(header + 6), mostSections) }, (_, at) => {
    const entry = firstSection + 40 * at;
    const size = Math.max(u32(entry + 8), u32(entry + 16));
    return { address: u32(entry + 12), size, offset: u32(entry + 20) };
  });
  const image = new Image(bytes, sections);
  return {
    machine: machines.get(machine) ?? `0x${machine.toString(16)}`,
    isDll: (u16(header + 22) & 0x2000) !== 0,
    exports: exportsOf(image, directory(0)),
    imports: importsOf(image, directory(1)),
  };
}

function read(bytes: Buffer, offset: number, size: number, value: () => number): number {
  if (offset + size > bytes.length) throw new NotPortableExecutable('it ends in the middle of its header');
  return value();
}
