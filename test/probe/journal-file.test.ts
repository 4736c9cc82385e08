import {
  closeSync,
  existsSync,
  ftruncateSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  writeSync,
} from 'node:fs';
import { expect } from 'chai';
import fc from 'fast-check';

import { JournalFile } from '../../harness/probe/journal-file.js';
import { SealChain } from '../../harness/probe/seal.js';
import { temporaryFolder } from '../setup/temporary-folder.js';
import { sealedRecord } from './journal-bytes.js';

const headerSize = 256;

/** Writes as the bridge does: first the record under its seal, then how many bytes are used. */
class Writer {
  readonly #path: string;
  readonly #seals: SealChain;
  #used = 0;

  constructor(path: string) {
    this.#path = path;
    this.#seals = new SealChain(readFileSync(path).subarray(16, 24));
  }

  append(record: object): void {
    const json = Buffer.from(JSON.stringify(record));
    this.#write(sealedRecord(json, this.#seals), headerSize + this.#used);
    this.#used += 12 + json.length;
  }

  commit(used = this.#used): void {
    const bytes = Buffer.alloc(8);
    bytes.writeBigUInt64LE(BigInt(used));
    this.#write(bytes, 8);
  }

  #write(bytes: Buffer, at: number): void {
    const file = openSync(this.#path, 'r+');
    writeSync(file, bytes, 0, bytes.length, at);
    closeSync(file);
  }
}

describe('JournalFile', () => {
  const folder = temporaryFolder();

  it('has no name that could outlive this process, and is there for others while it is open', () => {
    const before = process.env['TMPDIR'];
    process.env['TMPDIR'] = folder();
    const journal = new JournalFile();
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
    expect(readdirSync(folder())).to.deep.equal([]);
    expect(statSync(journal.path).size).to.be.greaterThan(headerSize);
    journal.close();
    expect(existsSync(journal.path)).to.equal(false);
  });

  it('reads what is new at each reading, and gives it all', () => {
    const journal = new JournalFile();
    const writer = new Writer(journal.path);
    expect(journal.read()).to.deep.equal([]);
    for (let script = 0; script < 3; script += 1) {
      writer.append({ record: 'script', script });
      writer.commit();
      expect(journal.read()).to.have.length(script + 1);
    }
    expect(journal.read().at(-1)).to.deep.equal({ record: 'script', script: 2 });
    journal.close();
  });

  it('knows nothing of a record that was written but not committed', () => {
    const journal = new JournalFile();
    const writer = new Writer(journal.path);
    writer.append({ record: 'load' });
    writer.commit();
    writer.append({ record: 'script', script: 0 });
    expect(journal.read()).to.deep.equal([{ record: 'load' }]);
    journal.close();
  });

  it('says that it is damaged when less is used than before', () => {
    const journal = new JournalFile();
    const writer = new Writer(journal.path);
    writer.append({ record: 'load' });
    writer.commit();
    journal.read();
    expect(journal.damage).to.equal(undefined);
    writer.commit(0);
    journal.read();
    expect(journal.damage).to.contain('less');
    journal.close();
  });

  it('keeps the records before the damage, and those that were not read yet when the header was lost', () => {
    const journal = new JournalFile();
    const writer = new Writer(journal.path);
    writer.append({ record: 'load' });
    writer.commit();
    journal.read();
    writer.append({ record: 'script', script: 0 });
    writer.append({ record: 'verdict', pass: true });
    writer.append({ record: 'end', script: 0 });
    writer.commit(1 << 30);
    const kept = [{ record: 'load' }, { record: 'script', script: 0 }];
    expect(journal.read()).to.deep.equal(kept);
    expect(journal.damage).to.contain('more than its size');
    expect(journal.read(), 'read again').to.deep.equal(kept);
    journal.close();
  });

  it('keeps the records before one that is damaged', () => {
    const journal = new JournalFile();
    const writer = new Writer(journal.path);
    writer.append({ record: 'load' });
    writer.append({ record: 'verdict', pass: true });
    writer.commit();
    expect(journal.read()).to.deep.equal([{ record: 'load' }]);
    expect(journal.damage).to.contain('no known form');
    journal.close();
  });

  it('ends in records and a damage of one line, whatever is written over it, and has no exception that cannot be', () => {
    const wild = fc.record({
      at: fc.oneof(fc.nat(16), fc.nat(headerSize + 200)),
      bytes: fc.uint8Array({ minLength: 1, maxLength: 16 }),
      length: fc.option(fc.nat(headerSize + 100), { freq: 8 }),
    });
    let damaged = 0;
    const all = fc.property(fc.array(wild, { maxLength: 3 }), (writes) => {
      const journal = new JournalFile();
      const writer = new Writer(journal.path);
      for (let script = 0; script < 3; script += 1) writer.append({ record: 'script', script });
      writer.commit();
      for (const { at, bytes, length } of writes) {
        const file = openSync(journal.path, 'r+');
        writeSync(file, bytes, 0, bytes.length, at);
        if (length !== null) ftruncateSync(file, length);
        closeSync(file);
        expect(journal.read().length).to.be.at.most(3);
        expect(journal.exception(2)?.module ?? '').to.match(/^[\x20-\x7e]*$/);
        expect(journal.window() ?? '').to.match(/^\P{C}*$/u);
      }
      expect(journal.damage ?? '').to.match(/^[\x20-\x7e]*$/);
      if (journal.damage !== undefined) damaged += 1;
      journal.close();
    });
    fc.assert(all, { seed: 11, numRuns: 500 });
    expect(damaged).to.be.within(50, 450);
  });
});
