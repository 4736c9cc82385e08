import { expect } from 'chai';
import fc from 'fast-check';

import { bytesUsed, JournalDamaged, journalHeader, readRecords } from '../../harness/probe/journal.js';
import { SealChain } from '../../harness/probe/seal.js';
import type { JournalRecord } from '../../harness/record/transcript.js';
import { sealedRecord } from './journal-bytes.js';

const key = Buffer.from('a key of', 'latin1');

function bytesOf(records: readonly unknown[], seals = new SealChain(key)): Buffer {
  return Buffer.concat(
    records.map((record) => {
      const json = Buffer.from(typeof record === 'string' ? record : JSON.stringify(record));
      return sealedRecord(json, seals);
    }),
  );
}

const read = (bytes: Buffer): JournalRecord[] => [...readRecords(bytes, new SealChain(key))];

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
    expect(read(bytesOf(records))).to.deep.equal(records);
  });

  it('says that the journal is damaged when a record has no known form', () => {
    expect(() => read(bytesOf([{ record: 'verdict', pass: true }]))).to.throw(JournalDamaged, 'no known form');
    expect(() => read(bytesOf(['{"record":']))).to.throw(JournalDamaged, 'not JSON');
  });

  it('never ends in anything but records or JournalDamaged, whatever bytes it is given', () => {
    const whole = bytesOf(records);
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(255), (at, value) => {
        const damaged = Buffer.from(whole);
        damaged[at] = value;
        try {
          expect(read(damaged), 'unchanged').to.deep.equal(records);
        } catch (error) {
          expect(error).to.be.instanceOf(JournalDamaged);
        }
      }),
      { seed: 5, numRuns: 5_000 },
    );
  });

  it('takes no record that was forged, changed, left out, or put in the place of another', () => {
    const [load, loaded, ...rest] = records;
    const forgeries = {
      'with a key that was guessed': bytesOf(records, new SealChain(Buffer.alloc(8))),
      'behind the last': Buffer.concat([bytesOf(records), bytesOf([{ record: 'end', script: 1 }])]),
      'without its beginning': bytesOf(records).subarray(bytesOf([load]).length),
      'with two of them exchanged': Buffer.concat([
        bytesOf([load, loaded]).subarray(bytesOf([load]).length),
        bytesOf([load]),
        bytesOf(rest),
      ]),
    };
    for (const [what, bytes] of Object.entries(forgeries)) {
      expect(() => read(bytes), what).to.throw(JournalDamaged, 'that the harness did not write');
    }
  });
});

describe('bytesUsed', () => {
  it('says that the journal is damaged when its header is gone, or claims more than there is room for', () => {
    expect(() => bytesUsed(Buffer.alloc(64))).to.throw(JournalDamaged, 'lost its header');
    expect(() => bytesUsed(journalHeader(key).subarray(0, 10))).to.throw(JournalDamaged, 'lost its header');
    const header = journalHeader(key);
    header.writeBigUInt64LE(1n << 40n, 8);
    expect(() => bytesUsed(header)).to.throw(JournalDamaged, 'more than its size');
  });
});
