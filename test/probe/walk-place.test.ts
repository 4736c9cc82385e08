import { expect } from 'chai';
import fc from 'fast-check';

import { placeIn, spelled, type WalkPlace } from '../../harness/probe/walk-place.js';
import { Furthest } from '../../harness/probe/walk-runner.js';
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

describe('how far a walk is', () => {
  const place = (number: number, step: number): WalkPlace => ({ walk: 1, step, length: 4, number });
  const course = { of: 10, doneAt: ({ number }: WalkPlace): number => number, longest: 4 };

  it('is the furthest place that was told: going to and fro is no progress', () => {
    const furthest = new Furthest(course);
    expect(furthest.reach(place(3, 2))).to.deep.equal({ done: 3, step: 2 });
    expect(furthest.reach(place(3, 1))).to.deep.equal({ done: 3, step: 2 });
    expect(furthest.reach(place(2, 4))).to.deep.equal({ done: 3, step: 2 });
    expect(furthest.reach(place(4, -1))).to.deep.equal({ done: 4, step: -1 });
  });

  it('comes to an end, whatever the vendor’s code counts up in the header', () => {
    const furthest = new Furthest(course);
    expect(furthest.reach(place(1e15, 2e9))).to.deep.equal({ done: 10, step: 4 });
    expect(furthest.reach(place(2e15, 2e9 + 1))).to.deep.equal({ done: 10, step: 4 });
  });
});
