/**
 * What has to be known of a DLL before any process is started for it: its machine, what it exports, what it imports.
 */
import { directories, Image, mostEntries } from './image.js';

const machines = new Map([
  [0x8664, 'x64'],
  [0x014c, 'x86'],
  [0xaa64, 'arm64'],
]);

export interface Import {
  /** The DLL that must be found for this one to load. */
  readonly dll: string;
  /** The functions that it must have; those that are asked for by number are left out. */
  readonly functions: readonly string[];
}

export interface PortableExecutable {
  /** `x64`, `x86`, `arm64`, or the machine's number in hex. */
  readonly machine: string;
  readonly isDll: boolean;
  /** It holds code for .NET; it may hold native code as well. */
  readonly isManaged: boolean;
  /** The least version of Windows that it is for. */
  readonly subsystemVersion: { readonly major: number; readonly minor: number };
  /** What it calls itself in its table of exports; empty where it has none. */
  readonly ownName: string;
  readonly exports: readonly string[];
  readonly imports: readonly Import[];
}

function exportsOf(image: Image, table: number): string[] {
  if (table === 0) return [];
  const count = Math.min(image.u32(table + 24), mostEntries);
  const pointers = image.u32(table + 32);
  return Array.from({ length: count }, (_, at) => image.name(image.u32(pointers + 4 * at))).filter(
    (name) => name !== '',
  );
}

/** `budget` is what all tables of the file may hold together. */
function functionsOf(image: Image, table: number, budget: { left: number }): string[] {
  const size = image.isWide ? 8 : 4;
  const functions: string[] = [];
  for (let entry = table; budget.left > 0; entry += size, budget.left -= 1) {
    const low = image.u32(entry);
    const high = image.isWide ? image.u32(entry + 4) : low;
    if (low === 0 && high === 0) break;
    // The highest bit: by number.
    const name = high >= 0x8000_0000 ? '' : image.name(low + 2);
    if (name !== '') functions.push(name);
  }
  return functions;
}

function importsOf(image: Image, table: number): Import[] {
  if (table === 0) return [];
  const imports: Import[] = [];
  const budget = { left: mostEntries };
  for (let entry = table; imports.length < mostEntries; entry += 20) {
    const dll = image.name(image.u32(entry + 12));
    if (dll === '') break;
    // Where the linker has left no table of names, the addresses that the loader fills in are one until then.
    const names = image.u32(entry) || image.u32(entry + 16);
    imports.push({ dll, functions: names === 0 ? [] : functionsOf(image, names, budget) });
  }
  return imports;
}

/** @throws NotPortableExecutable with the reason, as a clause. */
export function readPortableExecutable(bytes: Buffer): PortableExecutable {
  const image = new Image(bytes);
  const { fileHeader, optionalHeader } = image;
  const machine = image.fieldU16(fileHeader);
  const exports = image.directory(directories.exports).address;
  return {
    machine: machines.get(machine) ?? `0x${machine.toString(16)}`,
    isDll: (image.fieldU16(fileHeader + 18) & 0x2000) !== 0,
    isManaged: image.directory(directories.clr).address !== 0,
    subsystemVersion: { major: image.fieldU16(optionalHeader + 48), minor: image.fieldU16(optionalHeader + 50) },
    ownName: exports === 0 ? '' : image.name(image.u32(exports + 12)),
    exports: exportsOf(image, exports),
    imports: importsOf(image, image.directory(directories.imports).address),
  };
}
