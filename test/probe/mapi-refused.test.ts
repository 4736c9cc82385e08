import { expect } from 'chai';

import { defaultLimits } from '../../harness/probe/limits.js';
import { MapiRefused, requireMapi } from '../../harness/probe/mapi-refused.js';
import { Probe } from '../../harness/probe/probe.js';
import { rejectionOf, temporaryFolder } from '../setup/temporary-folder.js';
import { fakeDll, fakeHost, scriptOf } from './fake-host.js';

describe('requireMapi', () => {
  it('goes on where MAPI is the instrumented one, or is there', () => {
    requireMapi([{ record: 'load' }]);
    requireMapi([{ record: 'mapi', client: 'Outlook', refused: null }, { record: 'load' }]);
  });

  it('tells what refused', () => {
    expect(() => {
      requireMapi([{ record: 'mapi', client: 'Outlook', refused: { by: 'logon', answer: 0x80040111 } }]);
    })
      .to.throw(MapiRefused)
      .that.includes({ by: 'logon', answer: 0x80040111, client: 'Outlook' });
  });
});

describe("a probe of the machine's own MAPI", () => {
  const folder = temporaryFolder();

  it('does not blame the DLL when the process ends before it has told of MAPI', async () => {
    const dll = fakeDll(folder(), 'dies');
    const probe = new Probe({
      places: fakeHost(folder()),
      dll: dll.path,
      activation: { kind: 'factory', export: 'CreateHelper' },
      mapiRegistry: false,
      systemProfile: 'Outlook',
      heapGuard: false,
      timeoutMs: 20_000,
      maxDeaths: 9,
      limits: defaultLimits,
      symbolAt: () => null,
    });
    const trouble = await rejectionOf(probe.run([scriptOf('returns')]));
    await probe.close();
    expect(trouble).to.be.instanceOf(MapiRefused).and.include({ by: 'end' });
    expect(dll.starts()).to.equal(1);
  });
});
