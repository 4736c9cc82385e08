/** Conformance as one more test of your own: `npx mocha helper.test.mjs`, with HELPER_DLL naming your DLL. */
import assert from 'node:assert/strict';
import { certify } from 'olkconform';

describe('our helper', function () {
  // A run takes a second or two; one that a helper hangs takes as long as its deadlines allow.
  this.timeout(120_000);

  it('is conformant', async () => {
    const { checks, summary } = await certify({
      dll: process.env.HELPER_DLL ?? 'helper.dll',
      export: 'CreateHelper',
    });
    const findings = checks
      .filter(({ verdict }) => verdict === 'fail')
      .map(({ id, expected, actual }) => `${id}: expected ${expected}, but ${actual}`);
    assert.deepEqual(findings, []);
    // Without a finding, but incomplete: that is no pass either.
    assert.equal(summary.verdict, 'conformant');
  });
});
