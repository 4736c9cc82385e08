import { closeSync, existsSync, openSync, readdirSync, statSync, writeSync } from 'node:fs';
import { expect } from 'chai';

import { JournalFile } from '../../harness/probe/journal-file.js';
import { temporaryFolder } from '../setup/temporary-folder.js';

const headerSize = 256;

/** Writes as the bridge does: first the record, then how many bytes are used. */
class Writer {
  readonly #path: string;
  #used = 0;

  constructor(path: string) {
    this.#path = path;
  }

  append(record: object): void {
    const json = Buffer.from(JSON.stringify(record));
    const length = Buffer.alloc(4);
    length.writeUInt32LE(json.length);
    this.#write(Buffer.concat([length, json]), headerSize + this.#used);
    this.#used += 4 + json.length;
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
});
