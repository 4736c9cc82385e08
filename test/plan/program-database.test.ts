import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import fc from 'fast-check';

import { fixturesFolder } from '../../harness/certify/host-places.js';
import { symbolsOf } from '../../harness/certify/symbols-of.js';
import type { FileSource } from '../../harness/plan/file-bytes.js';
import { Image } from '../../harness/plan/image.js';
import { NotProgramDatabase } from '../../harness/plan/multi-stream-file.js';
import { ProgramDatabase } from '../../harness/plan/program-database.js';
import { symbolAt } from '../../harness/plan/symbols.js';
import { age, database, publicSymbol, signature, staticFunction, withDatabaseAt } from './written-database.js';

const dll = readFileSync(join(fixturesFolder, 'own-session.dll'));
const image = new Image(dll);
const code = image.sections[0]?.address ?? 0;

/** As a file's bytes are read, and how many were asked for. */
function sourceOf(bytes: Buffer): FileSource & { asked: number } {
  const source = {
    size: bytes.length,
    asked: 0,
    read: (offset: number, length: number) => {
      source.asked += length;
      return bytes.subarray(offset, offset + length);
    },
  };
  return source;
}

const functions = [
  staticFunction(1, 0x100, 0x40, "`anonymous namespace'::Helper::GetIdentity"),
  staticFunction(2, 0x140, 0x40, 'in another section'),
  staticFunction(1, 0x140, 0x40, 'quiet'),
];
// More than a block of them, and not in the order of their addresses.
const publics = [
  ...Array.from({ length: 40 }, (_, at) => publicSymbol(2, 0x10 * at, `data${String(at)}`)),
  publicSymbol(1, 0x188, '?AddRef@Helper@vendor@@UEAAKXZ'),
  publicSymbol(1, 0x180, 'CreateHelper'),
];
const bytes = database(functions, publics);
const pdb = new ProgramDatabase(sourceOf(bytes));
const of = (offset: number): string | null => symbolAt(image, code + offset, pdb);

describe('ProgramDatabase', () => {
  it('names the function that the compiler told of, and a public symbol where it told of none', () => {
    expect(of(0x100)).to.equal('Helper::GetIdentity+0x0');
    expect(of(0x13f)).to.equal('Helper::GetIdentity+0x3f');
    expect(of(0x147)).to.equal('quiet+0x7');
    expect(of(0x187)).to.equal('CreateHelper+0x7');
    expect(of(0x190)).to.equal('vendor::Helper::AddRef+0x8');
  });

  it('names nothing before the first symbol of a section', () => {
    expect(pdb.functionAt(1, 0x0f)).to.equal(undefined);
    expect(pdb.functionAt(3, 0x100)).to.equal(undefined);
  });

  it('belongs to the image that was linked with it, and to no earlier or later build', () => {
    expect(pdb.belongsTo({ signature, age, path: '' })).to.equal(true);
    expect(pdb.belongsTo({ signature, age: age + 1, path: '' })).to.equal(false);
    expect(pdb.belongsTo({ signature, age: age - 1, path: '' })).to.equal(false);
    expect(pdb.belongsTo({ signature: Buffer.alloc(16), age, path: '' })).to.equal(false);
  });

  it('is read in part: not for a name alone the whole of a large file', () => {
    const source = sourceOf(Buffer.concat([bytes, Buffer.alloc(1 << 22)]));
    expect(new ProgramDatabase(source).functionAt(1, 0x147)?.name).to.equal('quiet');
    expect(source.asked).to.be.lessThan(bytes.length);
  });

  it('refuses what is none, with a reason', () => {
    for (const wrong of [Buffer.alloc(0), dll, bytes.subarray(0, 40), bytes.subarray(0, 600)]) {
      expect(() => new ProgramDatabase(sourceOf(wrong))).to.throw(NotProgramDatabase, /^(it|a stream) /);
    }
  });

  it('ends soon, in a line or nothing, whatever became of the file', () => {
    const at = fc.oneof(fc.nat(60), fc.nat(bytes.length - 4));
    const field = fc.record({ at, value: fc.oneof(fc.nat(0xffffffff), fc.nat(600), fc.constantFrom(0, 0xffffffff)) });
    const all = fc.property(fc.array(field, { minLength: 1, maxLength: 6 }), fc.nat(0x200), (fields, offset) => {
      const mutant = Buffer.from(bytes);
      for (const { at: from, value } of fields) mutant.writeUInt32LE(value, from);
      const start = performance.now();
      try {
        const name = symbolAt(image, code + offset, new ProgramDatabase(sourceOf(mutant)));
        expect(name ?? '').to.match(/^[\x20-\x7e]*$/);
      } catch (error) {
        expect(error).to.be.instanceOf(NotProgramDatabase);
      }
      expect(performance.now() - start).to.be.lessThan(1_000);
    });
    fc.assert(all, { seed: 5, numRuns: 2_000 });
  });
});

describe('symbolsOf with a PDB', () => {
  const named = (name: string, path: string, content: Buffer): string | null => {
    const folder = mkdtempSync(join(tmpdir(), 'olkconform-pdb-'));
    try {
      writeFileSync(join(folder, 'helper.dll'), withDatabaseAt(dll, path));
      writeFileSync(join(folder, name), content);
      return symbolsOf(join(folder, 'helper.dll'))('own-session.dll', BigInt(code + 0x147));
    } finally {
      rmSync(folder, { recursive: true });
    }
  };
  const without = symbolAt(image, code + 0x147);

  it('takes the one beside the DLL, of its name or of the one that the linker wrote', () => {
    expect(named('helper.pdb', String.raw`D:\build\vendor.pdb`, bytes)).to.equal('quiet+0x7');
    expect(named('vendor.pdb', String.raw`D:\build\vendor.pdb`, bytes)).to.equal('quiet+0x7');
  });

  it('leaves one of another build, one that is none, and one elsewhere alone', () => {
    const other = Buffer.from(bytes);
    const at = other.indexOf(signature);
    other.writeUInt8(0xff, at);
    expect(named('helper.pdb', 'vendor.pdb', other)).to.equal(without);
    expect(named('helper.pdb', 'vendor.pdb', Buffer.from('no PDB'))).to.equal(without);
    expect(named('other.pdb', 'vendor.pdb', bytes)).to.equal(without);
  });
});
