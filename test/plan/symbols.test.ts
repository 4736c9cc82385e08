import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import fc from 'fast-check';

import { fixturesFolder } from '../../harness/certify/host-places.js';
import { symbolsOf } from '../../harness/certify/symbols-of.js';
import { Image, NotPortableExecutable } from '../../harness/plan/image.js';
import { readableSymbol, symbolAt } from '../../harness/plan/symbols.js';

const withSymbols = join(fixturesFolder, 'hostile.dll');
const bytes = readFileSync(withSymbols);
const image = new Image(bytes);

/** All that the symbol table has a name for, by address, as far as it is the fixture's own. */
function addressOf(wanted: string): number {
  for (let address = 0x1000; address < 0x8000; address += 1) {
    if (symbolAt(image, address) === `${wanted}+0x0`) return address;
  }
  throw new Error(`no ${wanted}`);
}

describe('symbolAt', () => {
  it('names the function by the symbol table, and how far in the address lies', () => {
    const begin = addressOf('Hostile::GetIdentity');
    expect(symbolAt(image, begin + 0x10)).to.equal('Hostile::GetIdentity+0x10');
  });

  it('names an exported function of a DLL without symbols, and nothing further away', () => {
    const stripped = new Image(readFileSync(join(fixturesFolder, 'own-session.dll')));
    const table = stripped.directory(0).address;
    const address = stripped.u32(stripped.u32(table + 28));
    expect(symbolAt(stripped, address + 4)).to.match(/^\w+\+0x4$/);
    const names = Array.from({ length: 0x4000 }, (_, at) => symbolAt(stripped, 0x1000 + at));
    expect(names.filter((name) => name === null).length).to.be.greaterThan(0x2000);
  });

  it('ends soon, in a line or nothing, whatever became of the file', () => {
    const header = bytes.readUInt32LE(0x3c);
    const symbols = bytes.readUInt32LE(header + 12);
    const at = fc.oneof(
      fc.nat(23).map((offset) => header + offset),
      fc.nat(400).map((offset) => header + 24 + offset),
      fc.nat(4_000).map((offset) => symbols + offset),
      fc.nat(bytes.length - 4),
    );
    const field = fc.record({ at, value: fc.oneof(fc.nat(0xffffffff), fc.constantFrom(0, 1, 0x7fffffff, 0xffffffff)) });
    const all = fc.property(fc.array(field, { minLength: 1, maxLength: 6 }), fc.nat(0x40000), (fields, address) => {
      const mutant = Buffer.from(bytes);
      for (const { at: offset, value } of fields) mutant.writeUInt32LE(value, Math.min(offset, bytes.length - 4));
      const start = performance.now();
      try {
        expect(symbolAt(new Image(mutant), address) ?? '').to.match(/^[\x20-\x7e]*$/);
      } catch (error) {
        expect(error).to.be.instanceOf(NotPortableExecutable);
      }
      expect(performance.now() - start).to.be.lessThan(1_000);
    });
    fc.assert(all, { seed: 3, numRuns: 500 });
  });
});

describe('symbolsOf', () => {
  it('answers for the DLL by the name that it gives itself, and for no other file', () => {
    const of = symbolsOf(withSymbols);
    const begin = BigInt(addressOf('Hostile::GetIdentity'));
    expect(of('hostile.dll', begin)).to.equal('Hostile::GetIdentity+0x0');
    expect(of('own-session.dll', begin), 'beside it, without symbols there').to.equal(null);
    expect(of('../fixtures/hostile.dll', begin)).to.equal(null);
    expect(of('hostile.dll', 1n << 40n)).to.equal(null);
  });
});

describe('readableSymbol', () => {
  it('shows names of C++ as they are written, where they are simple', () => {
    expect(readableSymbol('_ZN12_GLOBAL__N_17Hostile11GetIdentityEPwPm')).to.equal('Hostile::GetIdentity');
    expect(readableSymbol('_ZN7HostileD0Ev')).to.equal('Hostile');
    expect(readableSymbol('_Z6commitPKc')).to.equal('commit');
    expect(readableSymbol('?GetIdentity@Helper@vendor@@UEAAJPEAGPEAK@Z')).to.equal('vendor::Helper::GetIdentity');
    expect(readableSymbol('CreateHelper')).to.equal('CreateHelper');
    expect(readableSymbol('_ZN3olk6faultsMUlvE_4_FUNEv')).to.equal('_ZN3olk6faultsMUlvE_4_FUNEv');
  });
});
