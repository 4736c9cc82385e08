import { expect } from 'chai';
import fc from 'fast-check';

import { placeIn, spelled } from '../../harness/probe/walk-place.js';
import { letters } from '../../harness/record/exploration.js';

describe('where the walker is', () => {
  it('is read from the header', () => {
    const header = Buffer.alloc(256);
    header.writeUInt32LE(3, 24);
    header.writeInt32LE(-1, 28);
    header.writeUInt32LE(4, 32);
    header.writeBigUInt64LE(6560n, 40);
    expect(placeIn(header)).to.deep.equal({ walk: 3, step: -1, length: 4, number: 6560 });
  });

  it('is never before the creating of the helper, whatever the header holds', () => {
    const header = Buffer.alloc(256, 0x80);
    expect(placeIn(header).step).to.equal(-1);
  });

  it('spells the sequences of a length in the order of the letters', () => {
    const ofTwo = Array.from({ length: letters.length ** 2 }, (_, number) => spelled(2, number));
    expect(ofTwo).to.deep.equal(letters.flatMap((first) => letters.map((second) => `${first}${second}`)));
    expect(spelled(0, 0)).to.equal('');
  });

  it('spells any number as so many letters', () => {
    fc.assert(
      fc.property(fc.nat({ max: 8 }), fc.maxSafeNat(), (length, number) => {
        expect(spelled(length, number)).to.match(new RegExp(`^[${letters.join('')}]{${String(length)}}$`));
      }),
    );
  });
});
