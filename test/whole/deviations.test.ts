/** Lives of real helpers in which not the same came back as when the same calls had been made before. */
import { expect } from 'chai';

import { fixturesFolder, hostPlaces } from '../../harness/certify/host-places.js';
import { judgeExploration } from '../../harness/model/judge-exploration.js';
import { defaultLimits } from '../../harness/probe/limits.js';
import { Probe } from '../../harness/probe/probe.js';
import type { WalkOptions } from '../../harness/probe/walks.js';
import type { Exploration } from '../../harness/record/exploration.js';

const failLogons = 0;
const own: WalkOptions = { session: 'withheld', profile: 'Outlook', apartment: 'sta' };
const borrowed: WalkOptions = { ...own, session: 'offered' };

async function explored(dll: string, depth: number, options: WalkOptions): Promise<Exploration> {
  const probe = new Probe({
    places: await hostPlaces(),
    dll: `${fixturesFolder}/${dll}.dll`,
    activation: { kind: 'factory', export: 'CreateHelper' },
    mapiRegistry: false,
    heapGuard: false,
    timeoutMs: 20_000,
    maxDeaths: 9,
    limits: defaultLimits,
    symbolAt: () => null,
  });
  try {
    await probe.start();
    return await probe.explore({ ...options, failLogons, depth });
  } finally {
    await probe.close();
  }
}

describe('a life that deviates', () => {
  it('is told as a whole, once for each place in which the answer was another one', async () => {
    const { deviations, observations, untold } = await explored('mutant/sequence-remembers-others', 4, own);
    expect(untold).to.equal(undefined);
    expect(deviations).to.have.lengthOf(1);
    for (const { sequence, life = [], step, before, now } of deviations) {
      expect([sequence.length, step]).to.deep.equal([4, 2]);
      expect(life).to.have.lengthOf(sequence.length + 2);
      expect(life[step + 1]).to.equal(now);
      expect(observations[before]?.hresult).not.to.equal(observations[now]?.hresult);
    }
  });

  it('is counted where there is no room for it', async () => {
    const { deviations, untold } = await explored('mutant/sequence-remembers-others', 6, own);
    expect(deviations).to.have.lengthOf(64);
    expect(untold).to.be.greaterThan(0);
  });

  it('is none where Release brought another count, which hides nothing', async () => {
    const { deviations, untold, observations } = await explored('mutant/placeholder-s-ok-in-later-life', 4, borrowed);
    expect(untold).to.equal(undefined);
    expect(deviations).not.to.have.lengthOf(0);
    for (const { sequence, step, now } of deviations) {
      expect(sequence[step]).to.equal('p');
      expect(observations[now]).to.include({ kind: 'returned', hresult: 0 });
    }
  });

  it('is told once for each manner where the provider alone has counted otherwise, which is no fault', async () => {
    const exploration = await explored('crowd/one-more', 5, borrowed);
    const { deviations, untold } = exploration;
    expect(untold).to.equal(undefined);
    expect(new Set(deviations.map(({ sequence, step }) => sequence[step]))).to.deep.equal(new Set(['g']));
    const facts = { profile: 'Outlook', failLogons, session: 'offered' } as const;
    expect(judgeExploration(exploration, 'borrowed', facts)).to.deep.equal([]);
  });
});
