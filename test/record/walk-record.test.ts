import { expect } from 'chai';
import fc from 'fast-check';

import { placesIn } from '../../harness/record/walk-record.js';

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_';

/** As the bridge writes it (WalkWriter.cs). */
function written(place: number): string {
  return place < 32 ? digits.charAt(place) : `${digits.charAt(32 + (place % 32))}${written(Math.floor(place / 32))}`;
}

describe('the places of a run', () => {
  it('are read as the bridge writes them', () => {
    expect(placesIn('05_1')).to.deep.equal([0, 5, 63]);
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 0xffffffff })), (places) => {
        expect(placesIn(places.map(written).join(''))).to.deep.equal(places);
      }),
    );
  });
});
