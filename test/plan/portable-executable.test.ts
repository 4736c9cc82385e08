import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import fc from 'fast-check';

import { fixturesFolder } from '../../harness/certify/host-places.js';
import { NotPortableExecutable } from '../../harness/plan/image.js';
import { readPortableExecutable } from '../../harness/plan/portable-executable.js';

const dll = readFileSync(`${fixturesFolder}/own-session.dll`);

describe('readPortableExecutable', () => {
  it('reads machine, exports and imports of a real DLL', () => {
    const image = readPortableExecutable(dll);
    expect(image.machine).to.equal('x64');
    expect(image.isDll).to.equal(true);
    expect(image.exports).to.include.members(['CreateHelper', 'DllGetClassObject']);
    expect(image.imports.map(({ dll: name }) => name.toLowerCase())).to.include('kernel32.dll');
  });

  it('tells the machine of an x86 DLL', () => {
    const x86 = Buffer.from(dll);
    x86.writeUInt16LE(0x014c, dll.readUInt32LE(0x3c) + 4);
    expect(readPortableExecutable(x86).machine).to.equal('x86');
  });

  it('refuses what is no PE file, with the reason', () => {
    expect(() => readPortableExecutable(Buffer.from('#!/bin/sh\n'))).to.throw(NotPortableExecutable, 'MZ');
    expect(() => readPortableExecutable(dll.subarray(0, 200))).to.throw(NotPortableExecutable, 'header');
  });

  it('never ends in anything but an image or NotPortableExecutable, however the bytes were mutated or cut', () => {
    const header = Math.min(dll.length, 2048);
    const mutation = fc.record({ at: fc.nat(header - 1), value: fc.nat(0xffffffff) });
    fc.assert(
      fc.property(
        fc.array(mutation, { maxLength: 8 }),
        fc.integer({ min: 0, max: dll.length }),
        (mutations, length) => {
          const bytes = Buffer.from(dll.subarray(0, length));
          for (const { at, value } of mutations) if (at + 4 <= bytes.length) bytes.writeUInt32LE(value, at);
          try {
            readPortableExecutable(bytes);
          } catch (error) {
            expect(error).to.be.instanceOf(NotPortableExecutable);
          }
        },
      ),
    );
  });
});
