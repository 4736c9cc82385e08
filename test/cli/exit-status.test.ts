import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';

import { NotHandedOver } from '../../harness/certify/not-handed-over.js';
import { exitStatus, statusOf, statusOfError } from '../../harness/cli/exit-status.js';
import { UsageError } from '../../harness/plan/usage-error.js';
import { Interrupted } from '../../harness/probe/interrupted.js';
import { summarise } from '../../harness/record/summary.js';
import { placesOf } from '../../harness/setup/places.mjs';
import { root, runProgram } from './olkconform.js';

describe('exit status', () => {
  it('is 0 for a conformant run and for nothing else', () => {
    expect(Object.entries(exitStatus).filter(([, status]) => status === 0)).to.deep.equal([['conformant', 0]]);
    expect(statusOf(summarise([], null))).to.equal(exitStatus.incomplete);
  });

  it('tells the user’s errors, an interruption, and our own faults apart', () => {
    expect(statusOfError(new UsageError('No helper was named.', 'Give one of them.'))).to.equal(2);
    expect(statusOfError(new Interrupted('x'))).to.equal(130);
    expect(statusOfError(new NotHandedOver('x'))).to.equal(4);
    expect(statusOfError(new TypeError('ours'))).to.equal(70);
    expect(statusOfError(null)).to.equal(70);
  });

  it('is 70 where what is printed cannot be kept, and one line says so', async () => {
    const list = [process.execPath, placesOf(root).commandLine, 'list'];
    const lost = await runProgram('sh', ['-c', 'CI=true "$@" > /dev/full', 'sh', ...list]);
    expect(lost.stderr).to.match(/^olkconform: stdout cannot be written: ENOSPC[^\n]*\n$/);
    expect(lost.status).to.equal(70);
    const mute = await runProgram('sh', ['-c', '"$@" > /dev/full 2> /dev/full', 'sh', ...list]);
    expect(mute.status).to.equal(70);
  });

  it('is 70 for an error that nobody waits for, told without the source that it comes from', async () => {
    const failing =
      'process.stdout.write = () => { queueMicrotask(() => { throw new TypeError("ours"); }); return true; };';
    const { status, stderr } = await runProgram(process.execPath, [
      '--import',
      `data:text/javascript,${encodeURIComponent(failing)}`,
      placesOf(root).commandLine,
      'list',
    ]);
    expect(stderr).to.match(/^olkconform: this is a fault of olkconform itself[^\n]*\nTypeError: ours\n {4}at /);
    expect(status).to.equal(70);
  });

  it('is documented, each of them', () => {
    const page = readFileSync(join(root, 'docs', 'read-a-finding.md'), 'utf8');
    const rows = [...page.matchAll(/^\| (\d+) +\|/gm)].map(([, status]) => Number(status));
    expect(rows).to.deep.equal(Object.values(exitStatus));
  });
});
