import { expect } from 'chai';
import fc from 'fast-check';

import { bytesUsed, JournalDamaged, journalHeader, readRecords } from '../../harness/probe/journal.js';
import type { JournalRecord } from '../../harness/record/transcript.js';

function bytesOf(records: readonly unknown[]): Buffer {
  return Buffer.concat(
    records.map((record) => {
      const json = Buffer.from(typeof record === 'string' ? record : JSON.stringify(record));
      const length = Buffer.alloc(4);
      length.writeUInt32LE(json.length);
      return Buffer.concat([length, json]);
    }),
  );
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

describe('readRecords', () => {
  it('gives back the records', () => {
    expect([...readRecords(bytesOf(records))]).to.deep.equal(records);
  });

  it('says that the journal is damaged when a record has no known form', () => {
    expect(() => [...readRecords(bytesOf([{ record: 'verdict', pass: true }]))]).to.throw(
      JournalDamaged,
      'no known form',
    );
    expect(() => [...readRecords(bytesOf(['{"record":']))]).to.throw(JournalDamaged, 'not JSON');
  });

  it('never ends in anything but records or JournalDamaged, whatever bytes it is given', () => {
    const whole = bytesOf(records);
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(255), (at, value) => {
        const damaged = Buffer.from(whole);
        damaged[at] = value;
        try {
          expect([...readRecords(damaged)].length).to.be.at.most(records.length);
        } catch (error) {
          expect(error).to.be.instanceOf(JournalDamaged);
        }
      }),
    );
  });
});

describe('bytesUsed', () => {
  it('says that the journal is damaged when its header is gone, or claims more than there is room for', () => {
    expect(() => bytesUsed(Buffer.alloc(64))).to.throw(JournalDamaged, 'lost its header');
    expect(() => bytesUsed(journalHeader().subarray(0, 10))).to.throw(JournalDamaged, 'lost its header');
    const header = journalHeader();
    header.writeBigUInt64LE(1n << 40n, 8);
    expect(() => bytesUsed(header)).to.throw(JournalDamaged, 'more than its size');
  });
});
