import { availableParallelism } from 'node:os';
import { expect } from 'chai';

import { findExample } from '../../harness/certify/examples.js';
import { selftest } from '../../harness/certify/selftest.js';
import { fakeHost } from '../probe/fake-host.js';
import { rejectionOf, temporaryFolder } from '../setup/temporary-folder.js';

describe('selftest', () => {
  const folder = temporaryFolder();

  it('stops altogether when the harness fails at one helper, with that fault', async () => {
    const workers = availableParallelism();
    const examples = Array.from({ length: workers * 4 }, () => findExample('own-session'));
    let begun = 0;
    const fault = await rejectionOf(
      selftest(examples, {
        places: fakeHost(folder()),
        loadRules: async () => {
          begun += 1;
          if (begun === 1) throw new Error('no rules for the first');
          return [];
        },
        apartment: 'sta',
        timeoutMs: 1_000,
        signal: new AbortController().signal,
        onResult: () => undefined,
      }),
    );
    expect(String(fault)).to.equal('Error: no rules for the first');
    // Without a word to them the other workers would go through the whole queue in this time.
    await new Promise((resolve) => {
      setTimeout(resolve, 2_000);
    });
    expect(begun).to.be.at.most(workers);
  });
});
