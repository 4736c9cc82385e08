import { readFileSync } from 'node:fs';
import { setImmediate as turn } from 'node:timers/promises';
import { expect } from 'chai';

import { HostChild } from '../../harness/probe/host-child.js';
import { defaultLimits } from '../../harness/probe/limits.js';

/** The words of a process that is there; empty when it has ended. */
function wordsOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

describe('HostChild', () => {
  let child: HostChild | undefined;
  afterEach(async () => {
    if (child?.exit === undefined) await child?.kill();
  });

  it('remembers what was running in its sandbox when that has ended', async () => {
    child = new HostChild({
      server: null,
      program: 'bwrap',
      args: '--ro-bind / / --proc /proc --dev /dev --unshare-pid --info-fd 3 -- sh -c'
        .split(' ')
        .concat('read token; read go; sleep 60 & cat >/dev/null'),
      env: { PATH: process.env['PATH'] ?? '' },
      copied: [],
    });
    child.watch(defaultLimits);
    // Not before: what runs by then counts as the harness's own.
    child.send({ go: true });
    while (!child.leftBehind.includes('sleep')) {
      await turn();
      child.look();
    }
    const before = child.leftBehind;
    const first = Number(/\d+/.exec(child.root ?? '')?.[0]);
    process.kill(first, 'SIGKILL');
    // Nobody else has a turn meanwhile: the exit is not known yet.
    while (wordsOf(first) !== '');
    child.look();
    expect(child.exit).to.equal(undefined);
    expect(child.leftBehind).to.deep.equal(before);
    await child.kill();
    expect(child.leftBehind).to.deep.equal(before);
  });
});
