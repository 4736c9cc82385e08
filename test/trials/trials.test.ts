import { expect } from 'chai';

import { firstFault } from '../../harness/model/judge-runs.js';
import { sequenceAt, sequenceBatch } from '../../harness/trials/random-sequences.js';
import { batchSeed, batchSize, trySequences, type Searched } from '../../harness/trials/trials.js';
import { simulated, type Mistake } from './simulated-helper.js';

const unnamed = { session: 'offered' } as const;

/** Faults that need so many particular calls. */
const mistakes: readonly (readonly [string, number, Mistake])[] = [
  [
    'the ninth pointer that is out at once',
    9,
    (letter, { held }) => (letter === 'g' && held >= 8 ? { references: [] } : undefined),
  ],
  ['ten queries and Placeholder1', 11, (_, { calls }) => (/q{10}p$/.test(calls) ? { hresult: 0 } : undefined)],
  ['three dialogs and a hand-off', 10, (_, { calls }) => (/(ssi){3}h$/.test(calls) ? { hresult: 0 } : undefined)],
  ['fifteen pairs', 30, (_, { calls }) => (/(gh){15}$/.test(calls) ? { hresult: 0 } : undefined)],
  ['a death in the sixth round', 11, (_, { calls }) => (/(ph){5}p$/.test(calls) ? 'die' : undefined)],
];

function search(mistake: Mistake | undefined, seed: number, count = 200_000): Promise<Searched> {
  const tryOut = simulated(mistake);
  return trySequences({ seed, count, behaviour: 'borrowed', facts: unnamed, tryOut: (sequences) => tryOut(sequences) });
}

describe('trySequences', () => {
  it('has nothing against a correct helper', async () => {
    const searched = await search(undefined, 5, 3 * batchSize);
    expect(searched.failing).to.equal(null);
    expect(searched.sequences).to.equal(3 * batchSize);
    expect(searched.steps).to.be.greaterThan(3 * batchSize);
  });

  for (const [name, shortest, mistake] of mistakes)
    it(`finds and makes small: ${name}`, async () => {
      const { failing } = await search(mistake, 1);
      expect(failing?.shrunk, 'the shortest sequence').to.have.lengthOf(shortest);
      if (failing === null) return;
      const fault = firstFault(failing.sequences, failing.tried, 'borrowed', { ...unnamed, failLogons: 0 });
      expect(fault?.sequence, 'judged again by what is kept of it').to.equal(failing.shrunk);
      expect(fault?.step).to.equal(shortest - 1);
    });

  it('brings the same again with the same seed', async () => {
    const [, , mistake] = mistakes[3] ?? [];
    const one = await search(mistake, 77);
    expect(one.failing).to.not.equal(null);
    expect(await search(mistake, 77)).to.deep.equal(one);
  });

  it('names seed and path by which fast-check makes the sequence that it found', async () => {
    const [, , mistake] = mistakes[1] ?? [];
    const { failing } = await search(mistake, 3);
    const [place = ''] = (failing?.path ?? '').split(':');
    expect(sequenceAt(failing?.seed ?? 0, place)).to.equal(failing?.sequence);
    expect(sequenceAt(failing?.seed ?? 0, failing?.path ?? '')).to.match(/q{10}p/);
  });

  it('finds an open question that is answered now so, now so, and keeps both answers', async () => {
    // GetMapiSession of a helper is asked after a hand-off: that answer may be any, but always the same.
    const searched = await search(
      (letter, { calls }) => (letter === 's' && calls.startsWith('gg') ? { value: 6 } : undefined),
      4,
    );
    expect(searched.failing).to.not.equal(null);
  });

  it('tells of a fault that does not come again by the run that showed it', async () => {
    let queries = 0;
    const once: Mistake = (letter) => {
      if (letter !== 'p') return undefined;
      queries += 1;
      return queries === 700 ? { hresult: 0 } : undefined;
    };
    const { failing } = await search(once, 9);
    expect(failing?.shrunk).to.equal(failing?.sequence);
    if (failing === null) return;
    const fault = firstFault(failing.sequences, failing.tried, 'borrowed', { ...unnamed, failLogons: 0 });
    expect(fault?.sequence).to.equal(failing.sequence);
  });

  it('says why it gave up', async () => {
    const tryOut = simulated();
    const searched = await trySequences({
      seed: 1,
      count: 10_000,
      behaviour: 'borrowed',
      facts: unnamed,
      tryOut: async (sequences) => ({ ...(await tryOut(sequences.slice(0, 5))), givenUp: 'the run was interrupted' }),
    });
    expect(searched).to.include({ sequences: 5, givenUp: 'the run was interrupted', failing: null });
  });

  it('has other sequences in every batch, and for every seed', () => {
    const batches = [batchSeed(1, 0), batchSeed(1, 1), batchSeed(2, 0), batchSeed(2, 1)].map((seed) =>
      sequenceBatch(seed, 50).join(),
    );
    expect(new Set(batches).size).to.equal(4);
  });
});
