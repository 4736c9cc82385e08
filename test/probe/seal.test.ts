import { expect } from 'chai';

import { SealChain } from '../../harness/probe/seal.js';

const key = Buffer.from([0, 1, 2, 3, 4, 5, 6, 7]);

describe('SealChain', () => {
  // Of the vectors that its authors give.
  it('is HalfSipHash', () => {
    expect(new SealChain(key).next(Buffer.alloc(0))).to.equal(0xc83cb8b9591f8d21n);
  });

  // What test/bridge/SealTests.cs has as well.
  it('changes its key with every record', () => {
    const seals = new SealChain(key);
    const load = Buffer.from('{"record":"load"}');
    expect(seals.next(load)).to.equal(0x44f33796f767d501n);
    expect(seals.next(load)).to.equal(0xe42fccd87968e465n);
  });
});
