import { expect } from 'chai';

import { defaultLimits, excessOf } from '../../harness/probe/limits.js';

const megabyte = 1024 * 1024;

describe('excessOf', () => {
  it('lets a child have what it may have', () => {
    const most = { bytes: defaultLimits.megabytes * megabyte, processes: defaultLimits.processes };
    expect(excessOf(most, defaultLimits)).to.equal(undefined);
  });

  it('says of what there is too much', () => {
    const limits = { megabytes: 300, processes: 4 };
    expect(excessOf({ bytes: 300 * megabyte + 1, processes: 1 }, limits)).to.equal('took more than 300 MB of memory');
    expect(excessOf({ bytes: 1, processes: 5 }, limits)).to.equal('started more than 4 processes');
  });
});
