import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { expect } from 'chai';

import { withLock } from '../../harness/setup/lock.mjs';
import { packageRoot } from '../../harness/setup/places.mjs';
import { temporaryFolder } from './temporary-folder.js';

function nobodyWaits(): void {
  expect.fail('the lock was free');
}

describe('two set-ups at once', () => {
  const folder = temporaryFolder();

  it('work one after the other', async () => {
    const events: string[] = [];
    let secondWaits = (): void => {};
    const firstMayEnd = new Promise<void>((resolve) => {
      secondWaits = resolve;
    });
    const first = withLock(folder(), nobodyWaits, async () => {
      await firstMayEnd;
      events.push('first works');
    });
    const onWait = (): void => {
      events.push('second waits');
      secondWaits();
    };
    const second = withLock(folder(), onWait, async () => {
      events.push('second works');
    });
    await Promise.all([first, second]);
    expect(events).to.deep.equal(['second waits', 'first works', 'second works']);
  });

  it('do not wait for one that was killed', async () => {
    const lock = pathToFileURL(join(packageRoot(import.meta.url), 'harness', 'setup', 'lock.mjs')).href;
    const program = `
      const { withLock } = await import(process.argv[1]);
      await withLock(process.argv[2], () => {}, () => new Promise(() => console.log('held')));`;
    const holder = spawn(process.execPath, ['--input-type=module', '-e', program, '--', lock, folder()]);
    await once(holder.stdout, 'data');
    let waited = false;
    const onWait = (): void => {
      waited = true;
      holder.kill('SIGKILL');
    };
    expect(await withLock(folder(), onWait, async () => 'works')).to.equal('works');
    expect(waited).to.equal(true);
  });
});
