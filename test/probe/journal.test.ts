import { expect } from 'chai';
import fc from 'fast-check';

import { JournalDamaged, journalHeader, readJournal } from '../../harness/probe/journal.js';
import type { JournalRecord } from '../../harness/record/transcript.js';

function journalOf(records: readonly unknown[], spare = 100): Buffer {
  const parts = records.map((record) => {
    const json = Buffer.from(typeof record === 'string' ? record : JSON.stringify(record));
    const length = Buffer.alloc(4);
    length.writeUInt32LE(json.length);
    return Buffer.concat([length, json]);
  });
  const body = Buffer.concat(parts);
  const header = journalHeader();
  header.writeBigUInt64LE(BigInt(body.length), 8);
  return Buffer.concat([header, body, Buffer.alloc(spare)]);
}

const records: JournalRecord[] = [
  { record: 'load' },
  { record: 'loaded', error: 0, events: [], libraries: [] },
  { record: 'script', script: 0 },
  { record: 'step', script: 0, step: 0 },
  {
    record: 'result',
    script: 0,
    step: 0,
    outcome: { kind: 'returned', hresult: 0x80004001 },
    provider: { initializes: 0, uninitializes: 0, logons: 0, failedLogons: 0, sessions: [] },
    events: [],
    micros: 1.5,
  },
  { record: 'end', script: 0 },
];

describe('readJournal', () => {
  it('gives back the records that were committed', () => {
    expect(readJournal(journalOf(records))).to.deep.equal(records);
  });

  it('knows nothing of a record that was written but not committed', () => {
    const journal = journalOf(records);
    const last = Buffer.byteLength(JSON.stringify(records.at(-1))) + 4;
    journal.writeBigUInt64LE(journal.readBigUInt64LE(8) - BigInt(last), 8);
    expect(readJournal(journal)).to.deep.equal(records.slice(0, -1));
  });

  it('says that it is damaged when a record has no known form', () => {
    expect(() => readJournal(journalOf([{ record: 'verdict', pass: true }]))).to.throw(JournalDamaged, 'no known form');
    expect(() => readJournal(journalOf(['{"record":']))).to.throw(JournalDamaged, 'not JSON');
  });

  it('never ends in anything but records or JournalDamaged, whatever bytes it is given', () => {
    const whole = journalOf(records);
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(255), (at, value) => {
        const damaged = Buffer.from(whole);
        damaged[at] = value;
        try {
          readJournal(damaged);
        } catch (error) {
          expect(error).to.be.instanceOf(JournalDamaged);
        }
      }),
    );
  });
});
