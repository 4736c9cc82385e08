import { expect } from 'chai';

import { HarnessFault } from '../../harness/probe/harness-fault.js';
import type { HostChild } from '../../harness/probe/host-child.js';
import { launchOf } from '../../harness/probe/launch.js';
import { Spare } from '../../harness/probe/spare.js';
import { startHost } from '../../harness/probe/start-host.js';
import { temporaryFolder } from '../setup/temporary-folder.js';
import { fakeHost, hostsIn } from './fake-host.js';

describe('Spare', () => {
  const folder = temporaryFolder();
  const start = (signal?: AbortSignal): Promise<HostChild> =>
    startHost(launchOf(fakeHost(folder()), process.platform, process.env), signal);

  it('gives the host that it has begun, once', async () => {
    const spare = new Spare(start);
    spare.begin();
    spare.begin();
    const child = await spare.take();
    expect(child?.exit).to.equal(undefined);
    expect(await spare.take()).to.equal(undefined);
    expect(hostsIn(folder()).started).to.equal(1);
    await child?.kill();
  });

  it('gives none that has died meanwhile, or did not start', async () => {
    const dead = new Spare(async (signal) => {
      const child = await start(signal);
      await child.kill();
      return child;
    });
    dead.begin();
    expect(await dead.take()).to.equal(undefined);
    const broken = new Spare(() => Promise.reject(new HarnessFault('it does not start')));
    broken.begin();
    expect(await broken.take()).to.equal(undefined);
  });

  it('begins nothing when it was discarded before', async () => {
    const spare = new Spare(start);
    await spare.discard();
    spare.begin();
    expect(await spare.take()).to.equal(undefined);
    expect(hostsIn(folder()).started).to.equal(0);
  });

  it('ends what is not needed, on its way or up, and then it is gone', async () => {
    const children: HostChild[] = [];
    const spare = new Spare(async (signal) => {
      const child = await start(signal);
      children.push(child);
      return child;
    });
    spare.begin();
    void spare.discard();
    await spare.discard();
    expect(await spare.take()).to.equal(undefined);
    const up = new Promise<void>((resolve) => {
      const waiting = new Spare(async (signal) => {
        const child = await start(signal);
        children.push(child);
        setImmediate(() => void waiting.discard().then(resolve));
        return child;
      });
      waiting.begin();
    });
    await up;
    expect(children).to.have.length(1);
    expect(children[0]?.exit?.signal).to.equal('SIGKILL');
  });
});
