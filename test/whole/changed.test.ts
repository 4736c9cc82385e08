import { copyFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';

import { certify, type CertifyOptions } from '../../harness/certify/certify.js';
import { dllOf, findExample } from '../../harness/certify/examples.js';
import { hostPlaces } from '../../harness/certify/host-places.js';
import { everything, select } from '../../harness/plan/selection.js';
import { inspectSubject } from '../../harness/plan/subject.js';
import { UsageError } from '../../harness/plan/usage-error.js';
import type { RunRecord } from '../../harness/record/run-record.js';
import { rules } from '../../suites/index.js';
import { rejectionOf, temporaryFolder } from '../setup/temporary-folder.js';

const activation = { kind: 'factory', export: 'CreateHelper' } as const;

describe('a DLL that changes while it is judged', () => {
  const folder = temporaryFolder();

  /** `meanwhile` is done when the DLL has been hashed, and is not loaded yet; the run gets the options that it gives. */
  async function judged(meanwhile: (dll: string) => void, more: Partial<CertifyOptions> = {}): Promise<RunRecord> {
    const dll = join(folder(), 'helper.dll');
    copyFileSync(dllOf(findExample('own-session')), dll);
    return certify({
      subject: inspectSubject(dll, activation),
      activation,
      session: 'own',
      apartment: 'sta',
      profile: undefined,
      mapiRegistry: false,
      selection: { ...everything, depth: 0 },
      selected: select(everything),
      loadRules: () => {
        meanwhile(dll);
        return Promise.resolve(rules);
      },
      places: await hostPlaces(),
      timeoutMs: 20_000,
      maxDeaths: 1,
      keepsSpare: false,
      ...more,
    });
  }
  const refusal = async (run: Promise<RunRecord>): Promise<string> => {
    const error = await rejectionOf(run);
    expect(error).to.be.instanceOf(UsageError);
    return error instanceof UsageError ? error.message : '';
  };

  it('is judged when it was left alone', async () => {
    expect((await judged(() => undefined)).summary.verdict).to.equal('conformant');
  });

  it('is not judged, also where another one was loaded and the first is back in its place', async () => {
    const swap = (dll: string): void => {
      renameSync(dll, `${dll}.kept`);
      copyFileSync(dllOf(findExample('mutant/hands-off-borrowed-s-ok')), dll);
    };
    const putBack = (done: number): void => {
      const dll = join(folder(), 'helper.dll');
      if (done === 1) renameSync(`${dll}.kept`, dll);
    };
    const progress: CertifyOptions['progress'] = (_what, done) => {
      putBack(done);
    };
    expect(await refusal(judged(swap, { progress }))).to.contain('changed, or was replaced, while it was judged');
  });

  it('is told as such where it is why nothing could be loaded', async () => {
    const halve = (dll: string): void => {
      copyFileSync(dllOf(findExample('client/borrowing-client')), dll);
    };
    expect(await refusal(judged(halve))).to.contain('changed, or was replaced, while it was judged');
  });
});
