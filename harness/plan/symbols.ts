/**
 * The name of the function that an address of a DLL lies in: from its PDB, from the COFF symbol table that MinGW's linker
 * leaves in the file unless it strips it, or from its table of exports. Debug information as DWARF is not read.
 */
import { directories, mostEntries, type Image } from './image.js';
import type { ProgramDatabase } from './program-database.js';

/** A DLL that holds the whole of C++'s library has 20,000. */
const mostSymbols = 1_000_000;
const symbolSize = 18;

/** Without a function table that says where a function begins, a name from further away says nothing. */
const nearby = 0x100;

interface NamedFunction {
  readonly address: number;
  readonly name: () => string;
}

function* exportedSymbols(image: Image): Generator<NamedFunction, void> {
  const table = image.directory(directories.exports).address;
  if (table === 0) return;
  const [functions, names, ordinals] = [28, 32, 36].map((field) => image.u32(table + field));
  if (functions === undefined || names === undefined || ordinals === undefined) return;
  const count = Math.min(image.u32(table + 24), mostEntries);
  for (let at = 0; at < count; at += 1) {
    const address = image.u32(functions + 4 * image.u16(ordinals + 2 * at));
    yield { address, name: () => image.name(image.u32(names + 4 * at)) };
  }
}

/** The entry's name: in itself, or in the table of strings behind the symbols. */
function coffName(
  { bytes, nameAt }: { bytes: Buffer; nameAt: (at: number) => string },
  entry: number,
  strings: number,
) {
  if (bytes.readUInt32LE(entry) === 0) return nameAt(strings + bytes.readUInt32LE(entry + 4));
  return bytes
    .toString('latin1', entry, entry + 8)
    .split('\0', 1)
    .join('');
}

function* coffSymbols(image: Image): Generator<NamedFunction, void> {
  const table = image.fieldU32(image.fileHeader + 8);
  if (table === 0) return;
  const count = Math.min(image.fieldU32(image.fileHeader + 12), mostSymbols);
  const strings = table + count * symbolSize;
  const { bytes } = image;
  const text = { bytes, nameAt: (at: number) => image.nameAt(at) };
  for (let at = 0; at < count; at += 1) {
    const entry = table + at * symbolSize;
    if (entry + symbolSize > bytes.length) return;
    const section = image.sections[bytes.readInt16LE(entry + 12) - 1];
    const isFunction = bytes.readUInt16LE(entry + 14) === 0x20;
    if (section !== undefined && isFunction) {
      const address = section.address + bytes.readUInt32LE(entry + 8);
      yield { address, name: () => coffName(text, entry, strings) };
    }
    at += bytes.readUInt8(entry + 17);
  }
}

/** Where the function begins that holds the address, as the table for unwinding says; undefined where it says nothing. */
function beginOfFunction(image: Image, address: number): number | undefined {
  const { address: table, size } = image.directory(directories.exceptions);
  const count = table === 0 ? 0 : Math.min(Math.floor(size / 12), mostEntries);
  for (let at = 0; at < count; at += 1) {
    const begin = image.u32(table + 12 * at);
    if (address >= begin && address < image.u32(table + 12 * at + 4)) return begin;
  }
  return undefined;
}

/** `_ZN6Helper11GetIdentityEPwPm` → `Helper::GetIdentity`; what is more complicated stays as it is. */
export function readableSymbol(name: string): string {
  if (name.startsWith('`')) return name.replaceAll("`anonymous namespace'::", '');
  const microsoft = /^\?(\w+)@((?:\w+@)*)@/.exec(name);
  if (microsoft !== null) {
    const [, own = '', scopes = ''] = microsoft;
    return [...scopes.split('@').filter(Boolean).toReversed(), own].join('::');
  }
  const nested = /^_ZN[VK]*/.exec(name);
  const parts: string[] = [];
  let rest = name.slice(nested === null ? 2 : nested[0].length);
  if (nested === null && !/^_Z\d/.test(name)) return name;
  for (let length = /^\d+/.exec(rest); length !== null; length = /^\d+/.exec(rest)) {
    const begin = length[0].length;
    const part = rest.slice(begin, begin + Number(length[0]));
    if (!part.startsWith('_GLOBAL__N')) parts.push(part);
    rest = rest.slice(begin + Number(length[0]));
    if (nested === null) break;
  }
  return parts.length === 0 || (nested !== null && !/^([CD]\d)?E/.test(rest)) ? name : parts.join('::');
}

/** The function in the DLL's PDB; undefined where that has none at or near the address. */
function functionOfDatabase(
  image: Image,
  address: number,
  least: number,
  database: ProgramDatabase,
): NamedFunction | undefined {
  const index = image.sections.findIndex((each) => address >= each.address && address < each.address + each.size);
  const section = image.sections[index];
  if (section === undefined) return undefined;
  const found = database.functionAt(index + 1, address - section.address);
  if (found === undefined || (!found.isWithin && section.address + found.offset < least)) return undefined;
  return { address: section.address + found.offset, name: () => found.name };
}

/** The function in the image's own tables that begins last before the address. */
function functionOfImage(image: Image, address: number, least: number): NamedFunction | undefined {
  let best: NamedFunction | undefined;
  for (const symbols of [coffSymbols(image), exportedSymbols(image)]) {
    for (const symbol of symbols) {
      if (symbol.address < least || symbol.address > address) continue;
      if (best === undefined || symbol.address > best.address) best = symbol;
    }
  }
  return best;
}

const longestSymbol = 120;

/**
 * `Helper::GetIdentity+0x20` for an address from the image's base; null where no table has a name for it. `database` is
 * the image's PDB, if there is one.
 */
export function symbolAt(image: Image, address: number, database?: ProgramDatabase): string | null {
  const least = beginOfFunction(image, address) ?? Math.max(0, address - nearby);
  const found =
    (database === undefined ? undefined : functionOfDatabase(image, address, least, database)) ??
    functionOfImage(image, address, least);
  const name = found?.name().replaceAll(/[^\x20-\x7e]/g, '?');
  if (found === undefined || name === undefined || name === '') return null;
  return `${readableSymbol(name).slice(0, longestSymbol)}+0x${(address - found.address).toString(16)}`;
}
