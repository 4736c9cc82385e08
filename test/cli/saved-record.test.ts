import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';

import { judgedBy, readRecord } from '../../harness/cli/saved-record.js';
import { UsageError } from '../../harness/plan/usage-error.js';
import { sampleRecord } from '../reports/sample-record.js';
import { temporaryFolder } from '../setup/temporary-folder.js';

const refusal = (thrown: Error): Promise<unknown> =>
  judgedBy('a.json', () => Promise.reject(thrown)).catch((error: unknown) => error);

describe('reading a record', () => {
  const folder = temporaryFolder();

  it('takes one that was saved with a byte order mark, as editors on Windows do', () => {
    const file = join(folder(), 'record.json');
    writeFileSync(file, `\uFEFF${JSON.stringify(sampleRecord())}`);
    expect(readRecord(file)).to.deep.equal(sampleRecord());
  });
});

describe('judging a record from elsewhere', () => {
  it('blames the record when the rules can make nothing of its transcripts', async () => {
    const error = await refusal(new TypeError('x is undefined'));
    expect(error).to.be.instanceOf(UsageError);
    expect(error).to.have.property('message', 'a.json: its transcripts cannot be judged: x is undefined');
  });

  it('leaves what is told already as it is, and a result too', async () => {
    const told = new UsageError('No helper was named.', 'Name another file.');
    expect(await refusal(told)).to.equal(told);
    expect(await judgedBy('a.json', () => Promise.resolve(1))).to.equal(1);
  });
});
