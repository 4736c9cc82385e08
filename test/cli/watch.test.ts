import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mock } from 'node:test';
import { expect } from 'chai';

import { looksOf, type FolderWatch } from '../../harness/cli/changes.js';
import { exitStatus } from '../../harness/cli/exit-status.js';
import { watchAndRun } from '../../harness/cli/watch.js';
import { temporaryFolder } from '../setup/temporary-folder.js';

describe('watchAndRun', () => {
  const folder = temporaryFolder();
  // What it remarks is for whoever waits.
  beforeEach(() => {
    mock.method(process.stderr, 'write', () => true);
  });
  afterEach(() => {
    mock.restoreAll();
  });

  it('runs once for a configuration that names another DLL', async () => {
    const [mail, calendar] = ['mail.dll', 'calendar.dll'];
    for (const name of [mail, calendar]) writeFileSync(join(folder(), name), name);
    const config = join(folder(), 'config');
    writeFileSync(config, mail);
    const stop = new AbortController();
    const runs: (string | undefined)[] = [];
    const watchOver = (files: readonly string[]): FolderWatch => ({
      look: () => looksOf(files),
      // There is nothing more to see.
      pause: () => {
        stop.abort();
        return Promise.resolve();
      },
      settle: () => Promise.resolve(),
      close: () => undefined,
    });
    const status = await watchAndRun(
      {
        config,
        helpers: () => [{ configuration: { dll: join(folder(), readFileSync(config, 'utf8')) } }],
        carryOut: ([helper]) => {
          runs.push(helper?.configuration.dll);
          if (runs.length === 1) writeFileSync(config, calendar);
          return Promise.resolve(exitStatus.conformant);
        },
      },
      stop.signal,
      watchOver,
    );
    expect(status).to.equal(exitStatus.conformant);
    expect(runs).to.deep.equal([mail, calendar].map((name) => join(folder(), name)));
  });
});
