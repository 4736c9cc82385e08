import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';

import { exitStatus, statusOf, statusOfError } from '../../harness/cli/exit-status.js';
import { UsageError } from '../../harness/plan/usage-error.js';
import { Interrupted } from '../../harness/probe/interrupted.js';
import { summarise } from '../../harness/record/summary.js';
import { root } from './olkconform.js';

describe('exit status', () => {
  it('is 0 for a conformant run and for nothing else', () => {
    expect(Object.entries(exitStatus).filter(([, status]) => status === 0)).to.deep.equal([['conformant', 0]]);
    expect(statusOf(summarise([]))).to.equal(exitStatus.incomplete);
  });

  it('tells the user’s errors, an interruption, and our own faults apart', () => {
    expect(statusOfError(new UsageError('a', 'b'))).to.equal(2);
    expect(statusOfError(new Interrupted('x'))).to.equal(130);
    expect(statusOfError(new TypeError('ours'))).to.equal(70);
    expect(statusOfError(null)).to.equal(70);
  });

  it('is documented, each of them', () => {
    const page = readFileSync(join(root, 'docs', 'read-a-finding.md'), 'utf8');
    const rows = [...page.matchAll(/^\| (\d+) +\|/gm)].map(([, status]) => Number(status));
    expect(rows).to.deep.equal(Object.values(exitStatus));
  });
});
