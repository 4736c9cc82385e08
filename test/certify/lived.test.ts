import { expect } from 'chai';

import { livedBy } from '../../harness/certify/lived.js';
import { observationsOf } from '../../harness/model/path.js';
import { simulate } from '../../harness/model/simulate.js';
import type { Observation } from '../../harness/record/exploration.js';
import { own } from '../model/odd-helpers.js';

/** What a correct helper of its own session does in this sequence, where so many logons fail at first. */
function observed(sequence: string, failLogons: number): Observation[] {
  const depth = sequence.length;
  return observationsOf(simulate(own, { depth, failLogons, session: 'withheld', profile: 'Outlook' }), sequence);
}

describe('what a first life tells of a sequence', () => {
  it('is where a pointer came out, which is taken for granted where nobody knows', () => {
    const { gives } = livedBy(observed('ggh', 1), 1);
    expect([0, 1, 2, 3].map((step) => gives?.(step))).to.deep.equal([false, true, false, true]);
    expect(livedBy(observed('g', 0), 0)).not.to.have.property('logonsFailUntil');
  });

  it('is the step in which the last logon failed that was to fail', () => {
    expect(livedBy(observed('gg', 1), 1).logonsFailUntil).to.equal(0);
    expect(livedBy(observed('igpg', 2), 2).logonsFailUntil).to.equal(3);
  });

  it('is that logons fail to the end where fewer came than were to fail, or nothing is known', () => {
    expect(livedBy(observed('ig', 2), 2).logonsFailUntil).to.equal(Infinity);
    expect(livedBy([], 1).logonsFailUntil).to.equal(Infinity);
  });
});
