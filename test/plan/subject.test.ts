import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import fc from 'fast-check';

import { inEnglish } from '../../harness/language/message.js';
import { fixturesFolder } from '../../harness/certify/host-places.js';
import { inspectSubject } from '../../harness/plan/subject.js';
import { UsageError } from '../../harness/plan/usage-error.js';
import type { Activation } from '../../harness/record/run-record.js';
import { temporaryFolder } from '../setup/temporary-folder.js';

const dll = readFileSync(join(fixturesFolder, 'own-session.dll'));
const header = dll.readUInt32LE(0x3c);
const sectionTable = header + 24 + dll.readUInt16LE(header + 20);

/** Where in the file an address of the image lies. */
function offsetOf(rva: number): number {
  for (let entry = sectionTable; ; entry += 40) {
    const address = dll.readUInt32LE(entry + 12);
    if (rva >= address && rva < address + dll.readUInt32LE(entry + 16)) {
      return dll.readUInt32LE(entry + 20) + rva - address;
    }
  }
}

/** Where a changed field does most: the headers, and what the export and the import directory begin with. */
const places = [
  { from: 0, length: 64 },
  { from: header, length: 24 + 112 + 2 * 8 },
  { from: sectionTable, length: 40 * dll.readUInt16LE(header + 6) },
  ...[0, 1].map((index) => ({ from: offsetOf(dll.readUInt32LE(header + 24 + 112 + 8 * index)), length: 512 })),
];

const field = fc.record({
  at: fc.oneof(...places.map(({ from, length }) => fc.nat(length - 1).map((offset) => from + offset))),
  value: fc.oneof(fc.nat(0xffffffff), fc.constantFrom(0, 1, 0x7fffffff, 0xfffffffe, 0xffffffff, 65_535, dll.length)),
  size: fc.constantFrom(1, 2, 4),
});
const flip = fc.record({ at: fc.nat(dll.length - 1), bit: fc.nat(7) });
const mutant = fc.record({
  fields: fc.array(field, { maxLength: 4 }),
  flips: fc.array(flip, { maxLength: 16 }),
  length: fc.oneof({ weight: 3, arbitrary: fc.constant(dll.length) }, fc.nat(dll.length)),
});

const activation = fc.constantFrom<Activation>(
  { kind: 'factory', export: 'CreateHelper' },
  { kind: 'factory', export: 'CreateHelpers' },
  { kind: 'class', clsid: '11111111-2222-3333-4444-555555555555', prepare: 'Prepare' },
);

/** Far more than an inspection takes, however busy the machine. */
const longestMs = 1_000;

describe('inspectSubject', () => {
  const folder = temporaryFolder();

  /** What is said of these bytes; `undefined` when nothing is wrong with them. */
  function said(bytes: Buffer, way: Activation): UsageError | undefined {
    const path = join(folder(), 'mutant.dll');
    writeFileSync(path, bytes);
    const start = performance.now();
    try {
      inspectSubject(path, way);
      return undefined;
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      expect(`${error.message}${inEnglish(error.whatToDo)}`).to.match(/^[\x20-\x7e…]+$/);
      return error;
    } finally {
      expect(performance.now() - start).to.be.lessThan(longestMs);
    }
  }

  it('ends soon, and in nothing but a usage error of one line, whatever became of the file', () => {
    let refused = 0;
    const all = fc.property(mutant, activation, ({ fields, flips, length }, way) => {
      const bytes = Buffer.from(dll);
      for (const { at, bit } of flips) bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << bit), at);
      for (const { at, value, size } of fields) bytes.writeUIntLE(value % 2 ** (8 * size), at, size);
      if (said(bytes.subarray(0, length), way) !== undefined) refused += 1;
    });
    fc.assert(all, { seed: 1_990, numRuns: 2_000 });
    expect(refused).to.be.within(200, 1_800);
  });

  it('ends soon with as many sections, exports and names as a file can claim', () => {
    const way = { kind: 'factory', export: 'CreateHelper' } as const;
    const huge = Buffer.concat([dll, Buffer.alloc(16 << 20, 'x')]);
    const address = 0x1000_0000;
    const exports = offsetOf(dll.readUInt32LE(header + 24 + 112));
    // The last section that is looked through holds what comes behind: pointers to it, all of them names without an end.
    const last = sectionTable + 40 * (dll.readUInt16LE(header + 6) - 1);
    for (const [at, value] of [
      [8, 16 << 20],
      [12, address],
      [16, 16 << 20],
      [20, dll.length],
    ] as const) {
      huge.writeUInt32LE(value, last + at);
    }
    for (let at = dll.length; at < dll.length + 4 * 65_536; at += 4) huge.writeUInt32LE(address + 4 * 65_536, at);
    huge.writeUInt32LE(0xffffffff, exports + 24);
    huge.writeUInt32LE(address, exports + 32);
    const advice = (): string => inEnglish(said(huge, way)?.whatToDo ?? 'Name the DLL in it.');
    expect(advice()).to.contain('exports nothing');

    // Each of them a name, and as long as a name may be.
    huge.writeUInt8(0, dll.length + 4 * 65_536 + 512);
    expect(advice()).to.contain('It exports xxx');
    huge.writeUInt16LE(0xffff, header + 6);
    expect(said(huge, way)).not.to.equal(undefined);
  });
});
