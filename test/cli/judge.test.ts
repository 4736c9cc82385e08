import { expect } from 'chai';

import { judgedBy } from '../../harness/cli/judge.js';
import { UsageError } from '../../harness/plan/usage-error.js';

const refusal = (thrown: Error): Promise<unknown> =>
  judgedBy('a.json', () => Promise.reject(thrown)).catch((error: unknown) => error);

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
