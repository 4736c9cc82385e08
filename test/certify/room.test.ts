import { tmpdir } from 'node:os';
import { expect } from 'chai';

import { freeIn, neededRoom, requireRoom, requireTemporaryFolder } from '../../harness/certify/room.js';
import { UsageError } from '../../harness/plan/usage-error.js';
import { olkconform } from '../cli/olkconform.js';
import { withoutHost } from '../cli/refusals.js';

describe('requireRoom', () => {
  it('refuses a folder that a journal does not fit into, by its name', () => {
    const require = (free: number | undefined) => (): void => {
      requireRoom('/small', () => free);
    };
    expect(require(64_000)).to.throw(UsageError, '/small: there is no room for temporary files: 0 MB free');
    expect(require(neededRoom - 1)).to.throw(UsageError);
    expect(require(neededRoom)).not.to.throw();
    expect(require(undefined)).not.to.throw();
  });

  it('is for a folder that is there', () => {
    requireTemporaryFolder(tmpdir());
    expect(() => {
      requireTemporaryFolder('/nowhere/at/all');
    }).to.throw(UsageError, '/nowhere/at/all: temporary files cannot be put there');
  });

  it('is asked for before anything is started', async () => {
    const env = { ...withoutHost, TMPDIR: '/nowhere/at/all', TEMP: '/nowhere/at/all' };
    const { status, stderr } = await olkconform(['run', '--example', 'own-session'], env);
    expect(stderr).to.contain('/nowhere/at/all: temporary files cannot be put there');
    expect(status).to.equal(2);
  });

  it('asks the system, which does not always tell', () => {
    expect(freeIn(tmpdir())).to.be.greaterThan(0);
    expect(freeIn('/nowhere/at/all')).to.equal(undefined);
    if (process.platform === 'linux') expect(freeIn('/proc')).to.equal(undefined);
  });
});
