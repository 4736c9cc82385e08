/** A PDB, and an image that belongs to it, as a linker would write them: small, and all of it known. */
import { Image } from '../../harness/plan/image.js';

const blockSize = 512;

/** Fields of four bytes each. */
function words(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 * values.length);
  for (const [at, value] of values.entries()) bytes.writeUInt32LE(value, 4 * at);
  return bytes;
}

function halves(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(2 * values.length);
  for (const [at, value] of values.entries()) bytes.writeUInt16LE(value, 2 * at);
  return bytes;
}

function record(kind: number, ...body: readonly Buffer[]): Buffer {
  const bytes = Buffer.concat(body);
  const padding = Buffer.alloc(-bytes.length & 3);
  return Buffer.concat([halves(2 + bytes.length + padding.length, kind), bytes, padding]);
}

const text = (name: string): Buffer => Buffer.from(`${name}\0`);

export function publicSymbol(section: number, offset: number, name: string): Buffer {
  return record(0x110e, words(2, offset), halves(section), text(name));
}

export function staticFunction(section: number, offset: number, size: number, name: string): Buffer {
  return record(0x110f, words(0, 0, 0, size, 0, 0, 0x1000, offset), halves(section), Buffer.alloc(1), text(name));
}

/** A container of these streams, whose blocks lie in it backwards. */
function written(streams: readonly Buffer[]): Buffer {
  const sizes = words(streams.length, ...streams.map(({ length }) => length));
  const counts = streams.map(({ length }) => Math.ceil(length / blockSize));
  let next = counts.reduce((sum, count) => sum + count, 0) + 2;
  const numbers = counts.map((count) => Array.from({ length: count }, () => (next -= 1)));
  const directory = Buffer.concat([sizes, words(...numbers.flat())]);
  const behind = 2 + numbers.flat().length;
  const file = Buffer.alloc((behind + 1 + Math.ceil(directory.length / blockSize)) * blockSize);
  file.write('Microsoft C/C++ MSF 7.00\r\n\u001aDS\0\0\0', 0, 'latin1');
  words(blockSize, 1, file.length / blockSize, directory.length, 0, behind).copy(file, 32);
  words(...Array.from({ length: Math.ceil(directory.length / blockSize) }, (_, at) => behind + 1 + at)).copy(
    file,
    behind * blockSize,
  );
  directory.copy(file, (behind + 1) * blockSize);
  streams.forEach((stream, at) =>
    numbers[at]?.forEach((block, index) => {
      stream.copy(file, block * blockSize, index * blockSize, (index + 1) * blockSize);
    }),
  );
  return file;
}

export const signature = Buffer.from('00112233445566778899aabbccddeeff', 'hex');
export const age = 3;

/** The module that the second object file was linked to is at 0x100 to 0x1ff of the first section. */
export function database(functions: readonly Buffer[], publics: readonly Buffer[]): Buffer {
  const module = Buffer.concat([words(4), ...functions]);
  const entry = (stream: number, size: number, name: string): Buffer => {
    const names = Buffer.concat([text(name), text('')]);
    const fields = [Buffer.alloc(34), halves(stream), words(size), Buffer.alloc(24)];
    return Buffer.concat([...fields, names, Buffer.alloc(-names.length & 3)]);
  };
  const modules = Buffer.concat([entry(0xffff, 0, 'start.obj'), entry(4, module.length, 'helper.obj')]);
  const contribution = (begin: number, size: number, index: number): Buffer =>
    Buffer.concat([halves(1, 0), words(begin, size, 0), halves(index, 0), words(0, 0)]);
  const contributions = [words(0xf12e_ba2d), contribution(0, 0x100, 0), contribution(0x100, 0x100, 1)];
  const symbols = Buffer.alloc(64);
  words(0xffff_ffff, 19_990_903, age).copy(symbols, 0);
  halves(0, 0, 0, 0, 5, 0).copy(symbols, 12);
  words(modules.length, Buffer.concat(contributions).length).copy(symbols, 24);
  const info = Buffer.concat([words(20_000_404, 0, 9), signature]);
  // Compilers' lines come behind a module's symbols, and are none of them.
  const lines = Buffer.alloc(700, 0xf4);
  return written([
    Buffer.alloc(0),
    info,
    Buffer.alloc(0),
    Buffer.concat([symbols, modules, ...contributions]),
    Buffer.concat([module, lines]),
    Buffer.concat(publics),
  ]);
}

/** The bytes of a DLL as they would be had its linker written a PDB at this path. */
export function withDatabaseAt(dll: Buffer, path: string): Buffer {
  const image = new Image(dll);
  const last = image.sections.at(-1);
  if (last === undefined) throw new Error('the DLL has no sections');
  const bytes = Buffer.concat([dll, Buffer.from('RSDS'), signature, words(age), text(path)]);
  words(last.address, 28).copy(bytes, image.optionalHeader + 112 + 8 * 6);
  words(0, 0, 0, 2, bytes.length - dll.length, 0, dll.length).copy(bytes, last.offset);
  return bytes;
}
