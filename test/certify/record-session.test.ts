import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'chai';

import { noContainment } from '../../harness/certify/containment.js';
import { recordSession } from '../../harness/certify/record-session.js';
import { Interrupted } from '../../harness/probe/interrupted.js';
import { fakeDll, fakeHost, hostsIn, scriptOf } from '../probe/fake-host.js';
import { rejectionOf, temporaryFolder } from '../setup/temporary-folder.js';

describe('a recording that the user ends', () => {
  const folder = temporaryFolder();

  const recorded = (signal: AbortSignal): Promise<unknown> =>
    rejectionOf(
      recordSession({
        subject: { path: fakeDll(folder(), 0).path, sha256: '', machine: 'x64', look: [] },
        entry: 'ShowAccounts',
        manager: 'harness',
        binding: { session: 'withheld', profile: 'Outlook', profileCanBeTold: true, apartment: 'sta' },
        drive: scriptOf('hangs'),
        places: fakeHost(folder()),
        containment: noContainment,
        timeoutMs: 20_000,
        signal,
      }),
    );

  it('before its first step is interrupted, and no wrong usage', async () => {
    expect(await recorded(AbortSignal.abort())).to.be.instanceOf(Interrupted);
  });

  it('in a later step is interrupted, and not incomplete', async () => {
    const interruption = new AbortController();
    const end = recorded(interruption.signal);
    while (!hostsIn(folder()).hangs) await pause(5);
    interruption.abort();
    expect(await end).to.be.instanceOf(Interrupted);
  });
});
