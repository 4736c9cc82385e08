import { expect } from 'chai';

import type { Walked } from '../../harness/probe/walk-runner.js';
import { explore, tryOut, type WalkOptions } from '../../harness/probe/walks.js';

const how: WalkOptions = { session: 'withheld', profile: 'Outlook', apartment: 'sta' };

/** A child whose walk comes to just this. */
const walker = (...records: Walked['records']): Parameters<typeof explore>[0] => ({
  walk: () => Promise.resolve({ records }),
});

describe('what a walk brings', () => {
  const exploredTo = (depth: number): Promise<{ depth: number; givenUp?: string | undefined }> =>
    explore(walker({ record: 'explored', walk: 1, depth, micros: 1, deviations: [] }), {
      ...how,
      depth: 4,
      failLogons: 0,
    });

  it('is not all sequences where the child had no room for as deep as it was asked to go', async () => {
    expect(await exploredTo(4))
      .to.include({ depth: 4 })
      .and.not.have.property('givenUp');
    const less = await exploredTo(2);
    expect(less.depth).to.equal(2);
    expect(less.givenUp).to.match(/no room/);
  });

  it('has each life that deviates under its letters, and tells that there were more', async () => {
    const deviation = { number: 1, length: 2, step: 0, before: 4, now: 5, life: [3, 5, 3, 0] };
    const summary = { record: 'explored', walk: 1, depth: 4, micros: 1 } as const;
    const told = await explore(walker({ ...summary, deviations: [deviation], untold: 7 }), {
      ...how,
      depth: 4,
      failLogons: 0,
    });
    expect(told.untold).to.equal(7);
    expect(told.deviations).to.deep.equal([{ sequence: 'is', step: 0, before: 4, now: 5, life: [3, 5, 3, 0] }]);
  });

  it('is not what came of a list where the child told of less than that', async () => {
    const triedOut = (runs: string[]): Promise<{ runs: number[][]; givenUp?: string | undefined }> =>
      tryOut(walker({ record: 'runs', walk: 1, items: runs }), { ...how, failLogons: 0, sequences: ['g', 'gh'] });
    expect(await triedOut(['000', '0000'])).not.to.have.property('givenUp');
    const less = await triedOut(['000']);
    expect(less.runs).to.have.lengthOf(1);
    expect(less.givenUp).to.match(/no room/);
  });
});
