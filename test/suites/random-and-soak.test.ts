import { expect } from 'chai';

import type { Case } from '../../harness/engine/judgement.js';
import { judgeRules } from '../../harness/engine/run-mocha.js';
import type { Check } from '../../harness/record/run-record.js';
import type { Soak } from '../../harness/record/soak.js';
import type { Trials } from '../../harness/record/trials.js';
import { trySequences } from '../../harness/trials/trials.js';
import random from '../../suites/sequence/random.js';
import noGrowth from '../../suites/soak/no-growth.js';
import { simulated, type Mistake } from '../trials/simulated-helper.js';
import { soakOf } from '../record/soaks.js';

const nothing: Case = {
  bound: new Map(),
  facts: { profileIsKnown: true, machine: 'x64' },
  behaviour: 'borrowed',
  strict: false,
  asked: { sequences: false, random: true, soak: true },
  load: { kind: 'loaded', events: [], libraries: [] },
  faults: [],
  transcripts: new Map(),
};

async function judged(rule: typeof random, more: Partial<Case>): Promise<Check | undefined> {
  const [check] = await judgeRules([rule], { ...nothing, ...more });
  return check;
}

async function trialsOf(mistake?: Mistake): Promise<Trials> {
  const tryOut = simulated(mistake);
  const facts = { session: 'offered' } as const;
  const { failing, ...searched } = await trySequences({ seed: 1, count: 4_000, behaviour: 'borrowed', facts, tryOut });
  return { ...searched, failing: failing === null ? null : { ...failing, yaml: '', cpp: '' } };
}

describe('sequence/random', () => {
  const by = (trials: Trials): Promise<Check | undefined> =>
    judged(random, { explored: { explorations: [], replays: [], session: 'offered', trials } });

  it('says how to ask for it', async () => {
    const check = await judged(random, { asked: { ...nothing.asked, random: false } });
    expect(check?.verdict).to.equal('not-applicable');
    expect(check?.reason).to.include('--random N');
  });

  it('does not say that nobody asked where a run was stopped before it', async () => {
    expect((await judged(random, {}))?.verdict).to.equal('inconclusive');
  });

  it('passes when no sequence failed, and not when they were given up', async () => {
    const trials = await trialsOf();
    expect((await by(trials))?.verdict).to.equal('pass');
    const check = await by({ ...trials, givenUp: 'the run was interrupted' });
    expect(check).to.include({ verdict: 'inconclusive', reason: 'the run was interrupted' });
  });

  it('fails by the shortest sequence, judged from what is kept of it', async () => {
    const check = await by(await trialsOf((_, { calls }) => (/q{4}p$/.test(calls) ? { hresult: 0 } : undefined)));
    expect(check).to.include({ verdict: 'fail', expected: 'E_NOTIMPL (0x80004001)', actual: 'S_OK (0x00000000)' });
    expect(check?.reason).to.match(/^in the sequence qqqqp, Placeholder1: expected /);
  });

  it('warns of what is only recommended, and goes on to look for what is not', async () => {
    const forgets: Mistake = (letter, { calls }) => (/i.*i$/.test(calls) && letter === 'i' ? { value: 6 } : undefined);
    const slight = await by(await trialsOf(forgets));
    expect(slight).to.include({ verdict: 'warning' });
    expect(slight?.reason).to.match(/^in the sequence ii, GetIdentity.*: expected /);
    const both = await trialsOf((letter, life) => (/q{4}p$/.test(life.calls) ? { hresult: 0 } : forgets(letter, life)));
    expect(await by(both)).to.include({ verdict: 'fail' });
    expect(both.failing?.shrunk).to.equal('qqqqp');
    const stopped = await by({ ...(await trialsOf(forgets)), givenUp: 'the run was interrupted' });
    expect(stopped).to.include({ verdict: 'inconclusive', reason: 'the run was interrupted' });
  });

  it('fails where the process ends', async () => {
    const check = await by(await trialsOf((_, { calls }) => (calls.endsWith('hh') ? 'die' : undefined)));
    expect(check).to.include({ verdict: 'fail', actual: 'the process ended' });
  });

  it('is inconclusive where nothing is left of what was seen', async () => {
    const { failing, ...trials } = await trialsOf((_, { calls }) =>
      calls.endsWith('pp') ? { hresult: 0 } : undefined,
    );
    const { tried } = await trialsOf().then(async () => ({ tried: await simulated()([failing?.shrunk ?? '']) }));
    if (failing === null) throw new Error('nothing was found');
    const check = await by({ ...trials, failing: { ...failing, tried } });
    expect(check?.verdict).to.equal('inconclusive');
  });
});

describe('soak/no-growth', () => {
  const by = (soak: Soak): Promise<Check | undefined> => judged(noGrowth, { soak });

  it('says how to ask for it', async () => {
    const check = await judged(noGrowth, { asked: { ...nothing.asked, soak: false } });
    expect(check?.verdict).to.equal('not-applicable');
    expect(check?.reason).to.include('--soak N');
  });

  it('does not say that nobody asked where a run was stopped before it', async () => {
    expect((await judged(noGrowth, {}))?.verdict).to.equal('inconclusive');
  });

  it('passes what stays as it is', async () => {
    expect((await by(soakOf(50_000, () => ({}))))?.verdict).to.equal('pass');
  });

  it('warns of what grows, all of it', async () => {
    const grown = Math.floor;
    const check = await by(
      soakOf(50_000, (cycle) => ({ handles: 200 + grown(cycle / 500), references: grown(cycle / 1_000) })),
    );
    expect(check?.verdict).to.equal('warning');
    expect(check?.actual).to.match(/^\d+ more references to sessions, \d+ more handles$/);
  });

  it('warns of a death', async () => {
    const check = await by({ ...soakOf(50_000, () => ({})), death: { cycle: 41, step: 2 } });
    expect(check).to.include({ verdict: 'warning', actual: 'the process ended in life 42' });
  });

  it('warns where later lives had other answers than the first: what does nothing takes nothing', async () => {
    const check = await by({ ...soakOf(50_000, () => ({})), changed: 48_000 });
    expect(check).to.include({ verdict: 'warning', actual: '48000 lives had other answers' });
  });

  it('leaves open what was given up, or too short', async () => {
    const short = soakOf(50_000, () => ({}), 4);
    expect((await by(short))?.verdict).to.equal('inconclusive');
    expect(await by({ ...short, givenUp: 'why' })).to.include({ verdict: 'inconclusive', reason: 'why' });
  });
});
