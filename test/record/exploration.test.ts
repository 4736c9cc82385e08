import { expect } from 'chai';

import { simulate } from '../../harness/model/simulate.js';
import { explorationSchema, letters, type Exploration } from '../../harness/record/exploration.js';
import { formed } from '../../harness/record/form.js';
import { own } from '../model/odd-helpers.js';

const whole = (): Exploration => simulate(own, { depth: 3, failLogons: 0, session: 'withheld', profile: 'Outlook' });

const isTaken = (nodes: number[][]): boolean => formed(explorationSchema, { ...whole(), nodes }).isWhole;

const all = (place: number): number[] => letters.map(() => place);

/** A leaf, and so many nodes above it, each with all letters leading to the one below. */
const tower = (height: number): number[][] =>
  Array.from({ length: height + 1 }, (_, at) => (at === 0 ? [0, 0] : [0, 0, ...all(at - 1)]));

describe('an exploration in a record', () => {
  it('is taken as it is made', () => {
    expect(isTaken(whole().nodes)).to.equal(true);
  });

  it('leads nowhere in a circle: it could not be gone through to its end', () => {
    expect(
      isTaken([
        [0, 0],
        [0, 0, ...all(1)],
      ]),
    ).to.equal(false);
    expect(
      isTaken([
        [0, 0, ...all(1)],
        [0, 0, ...all(0)],
      ]),
    ).to.equal(false);
    expect(
      isTaken([
        [0, 0],
        [0, 0, ...all(4_000_000_000)],
      ]),
    ).to.equal(false);
  });

  it('is no deeper than sequences are long', () => {
    expect(isTaken(tower(8))).to.equal(true);
    expect(isTaken(tower(9))).to.equal(false);
  });
});
