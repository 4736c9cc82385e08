import { expect } from 'chai';

import { hresults } from '../../harness/catalogue/hresults.js';
import { judgeExploration, TooMuchToJudge } from '../../harness/model/judge-exploration.js';
import { runsWithHelper, sequenceWithoutHelper } from '../../harness/model/refused-creation.js';
import { simulate, type Factory } from '../../harness/model/simulate.js';
import { letters, type Exploration, type Observation } from '../../harness/record/exploration.js';
import { own } from './odd-helpers.js';

const facts = { profile: 'Outlook', failLogons: 0, session: 'withheld' } as const;

const explored = (make: Factory, failLogons = 0): Exploration =>
  simulate(make, { depth: 2, failLogons, session: 'withheld', profile: 'Outlook' });

const refusing: Factory = () => hresults.E_FAIL;

/** Makes one helper, and no other while that one lives. */
const lonely: Factory = (mapi, name) => {
  const isFirst = !made.has(mapi);
  made.add(mapi);
  return isFirst ? own(mapi, name) : hresults.E_FAIL;
};
const made = new WeakSet<object>();

describe('sequences without a helper', () => {
  it('are all of them where none can be created, and nothing but a failing logon explains it', () => {
    expect(sequenceWithoutHelper(explored(own))).to.equal(undefined);
    expect(sequenceWithoutHelper(explored(refusing))).to.equal('');
    expect(sequenceWithoutHelper(explored(refusing, 1))).to.equal(undefined);
  });

  it('are those in which one could not be created any more', () => {
    const exploration = explored(own);
    const [created] = exploration.observations;
    if (created === undefined) throw new Error('nothing was observed');
    const now = exploration.observations.length;
    const refused: Observation = { ...created, hresult: hresults.E_FAIL };
    const deviating = (observation: Observation, step: number): Exploration => ({
      ...exploration,
      observations: [...exploration.observations, observation],
      deviations: [{ sequence: 'gh', step, before: 0, now }],
    });
    expect(sequenceWithoutHelper(deviating(refused, -1))).to.equal('gh');
    expect(sequenceWithoutHelper(deviating({ ...created, references: [5] }, -1))).to.equal(undefined);
    expect(sequenceWithoutHelper(deviating(refused, 0))).to.equal(undefined);
  });

  it('hold nothing against a helper of which there can be only one, but against one that is there now and then', () => {
    const causes = (make: Factory): string[] =>
      judgeExploration(explored(make), 'own', facts).flatMap(({ violations }) =>
        violations.map((each) => each.statement),
      );
    expect(causes(lonely)).to.deep.equal([]);
    let others = 0;
    const moody: Factory = (mapi, name) => {
      const isFirst = !made.has(mapi);
      made.add(mapi);
      if (isFirst) return own(mapi, name);
      others += 1;
      return others % 2 === 0 ? own(mapi, name) : hresults.E_FAIL;
    };
    expect(causes(moody)).to.include('sequence/deterministic');
  });

  it('end a list of runs: what comes behind them says nothing either', () => {
    const [answered, skipped] = [0, 1];
    const kinds = ['returned', 'skipped'] as const;
    const [first] = explored(own).observations;
    if (first === undefined) throw new Error('nothing was observed');
    const observations = kinds.map((kind): Observation => ({ ...first, kind }));
    const count = (failLogons: number, ...runs: number[][]): number =>
      runsWithHelper({ observations, ends: [], runs, death: null }, failLogons);
    // Nothing to release is no sign.
    expect(count(0, [answered, skipped, 0], [answered, answered, 0])).to.equal(2);
    expect(count(0, [answered, answered, 0], [skipped, skipped, 0])).to.equal(1);
    expect(count(0, [skipped, 0])).to.equal(0);
    // A helper may log on when it is made: where that fails all runs are alike.
    expect(count(1, [skipped, 0], [skipped, 0])).to.equal(2);
    expect(count(1, [answered, 0], [skipped, 0])).to.equal(1);
  });
});

describe('an exploration that somebody made up', () => {
  it('is not judged for ever', () => {
    // Each letter at each depth leads to another state, so that no two of nine to the eighth paths come to the same.
    const depth = 8;
    const [usual] = explored(own).observations;
    if (usual === undefined) throw new Error('nothing was observed');
    const observations = [
      usual,
      ...Array.from({ length: depth * letters.length }, (_, at): Observation => ({
        ...usual,
        initializes: ((at % letters.length) + 1) * 10 ** Math.floor(at / letters.length),
      })),
    ];
    // From the leaves to the root: nine nodes a level.
    const nodes: number[][] = [];
    for (let level = depth; level >= 1; level -= 1) {
      const below = nodes.length - letters.length;
      for (const at of letters.keys()) {
        const place = 1 + (level - 1) * letters.length + at;
        nodes.push(level === depth ? [place, 0] : [place, 0, ...letters.map((_, next) => below + next)]);
      }
    }
    nodes.push([0, 0, ...letters.map((_, next) => nodes.length - letters.length + next)]);
    const exploration: Exploration = {
      ...explored(own),
      depth,
      observations,
      nodes,
      ends: [
        {
          ...(explored(own).ends[0] ?? {
            kind: 'returned' as const,
            counts: [],
            references: [],
            initialized: 0,
            logons: 0,
            logoffs: 0,
            overReleases: 0,
            callsAfterRelease: 0,
          }),
        },
      ],
    };
    expect(() => judgeExploration(exploration, 'unknown', { failLogons: 0, session: 'withheld' })).to.throw(
      TooMuchToJudge,
    );
  });
});
