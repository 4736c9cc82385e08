import { openSync, closeSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';

import { JournalFile } from '../../harness/probe/journal-file.js';
import { JournalDamaged } from '../../harness/probe/journal.js';
import { temporaryFolder } from '../setup/temporary-folder.js';

const headerSize = 64;

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

  it('reads what is new at each reading, and gives it all', () => {
    const journal = new JournalFile(join(folder(), 'new'));
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
    const journal = new JournalFile(join(folder(), 'uncommitted'));
    const writer = new Writer(journal.path);
    writer.append({ record: 'load' });
    writer.commit();
    writer.append({ record: 'script', script: 0 });
    expect(journal.read()).to.deep.equal([{ record: 'load' }]);
    journal.close();
  });

  it('says that it is damaged when less is used than before', () => {
    const journal = new JournalFile(join(folder(), 'less'));
    const writer = new Writer(journal.path);
    writer.append({ record: 'load' });
    writer.commit();
    journal.read();
    writer.commit(0);
    expect(() => journal.read()).to.throw(JournalDamaged, 'less');
    journal.close();
  });
});
