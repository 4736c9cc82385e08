import { expect } from 'chai';

import { hresults } from '../../harness/catalogue/hresults.js';
import { judgeExploration } from '../../harness/model/judge-exploration.js';
import { simulate, type Factory } from '../../harness/model/simulate.js';
import { explorationSchema } from '../../harness/record/exploration.js';
import { borrowed, guilty, innocent, own, ownWith, usual, type Kind } from './odd-helpers.js';

const profile = 'Outlook';
const depth = 3;

function exploredAs(kind: Kind, make: Factory, failLogons = 0): ReturnType<typeof simulate> {
  return simulate(make, { depth, failLogons, session: kind === 'own' ? 'withheld' : 'offered', profile });
}

/** Each cause, in the shortest sequence that shows it. */
function found(kind: Kind, make: Factory, failLogons = 0): Record<string, string> {
  const session = kind === 'own' ? 'withheld' : 'offered';
  const findings = judgeExploration(exploredAs(kind, make, failLogons), kind, { profile, failLogons, session });
  const causes: Record<string, string> = {};
  for (const { sequence, violations } of findings)
    for (const { statement } of violations) causes[statement] ??= sequence;
  return causes;
}

describe('all sequences, judged', () => {
  it('are as the bridge tells them', () => {
    expect(explorationSchema.safeParse(exploredAs('own', own)).success).to.equal(true);
  });

  it('name the call in which the process ended, creating the helper too, and how', () => {
    const whatIn = (sequence: string, step: number): string => {
      const death = { sequence, step, story: 'no answer within 5 s' };
      const findings = judgeExploration({ ...exploredAs('own', own), death }, 'own', {
        profile,
        failLogons: 0,
        session: 'withheld',
      });
      return findings.flatMap(({ violations }) => violations.map(({ what, actual }) => `${what}: ${actual}`)).join();
    };
    expect(whatIn('', -1)).to.match(/^creating .* helper: no answer within 5 s$/);
    expect(whatIn('gh', 1)).to.equal('HandsOffSession: no answer within 5 s');
    expect(whatIn('gh', 2)).to.equal('the last Release: no answer within 5 s');
  });

  it('are judged in time where the count of logons is anything at all', () => {
    const explored = exploredAs('own', own);
    const observations = explored.observations.map((each) => ({ ...each, logons: Number.MAX_SAFE_INTEGER }));
    expect(
      judgeExploration({ ...explored, observations }, 'own', { profile, failLogons: 0, session: 'withheld' }),
    ).not.to.have.length(0);
  });

  for (const failLogons of [0, 1, 2]) {
    it(`hold nothing against the documents' own helpers when ${String(failLogons)} logons fail`, () => {
      expect(found('own', own, failLogons)).to.deep.equal({});
      expect(found('borrowed', borrowed, failLogons)).to.deep.equal({});
    });
  }

  describe('hold nothing against a helper', () => {
    for (const [which, [kind, make]] of Object.entries(innocent)) {
      it(which, () => {
        for (const failLogons of [0, 1]) expect(found(kind, make, failLogons), String(failLogons)).to.deep.equal({});
      });
    }
  });

  describe('find a helper', () => {
    for (const [which, [kind, make, expected]] of Object.entries(guilty)) {
      it(which, () => {
        expect(found(kind, make)).to.deep.equal(expected);
      });
    }

    it('when only a failing logon shows it', () => {
      const [kind, make] = guilty['that leaves MAPI initialised when the logon failed'] ?? ['own', own];
      expect(found(kind, make, 1)).to.include({ 'mapi/balanced': 'g' });
    });
  });

  it('want an open answer to be always the same', () => {
    const fickle = ownWith((helper) => {
      let handOffs = 0;
      return {
        getMapiSession: () => {
          if (handOffs === 0) return usual.get(helper);
          return { hresult: handOffs === 1 ? hresults.E_FAIL : hresults.E_UNEXPECTED, out: 'null' };
        },
        handsOffSession: () => {
          handOffs += 1;
          return usual.handOff(helper);
        },
      };
    });
    expect(found('own', fickle)).to.deep.equal({ 'hands-off-session/reopen': 'hhg' });
  });

  it('name a sequence that ended the process, and the answers that another life did not give', () => {
    const exploration = exploredAs('own', own);
    const facts = { profile, failLogons: 0, session: 'withheld' } as const;
    const death = { sequence: 'ghg', step: 2 };
    const [fatal] = judgeExploration({ ...exploration, death }, 'own', facts);
    expect(fatal).to.deep.include({ sequence: 'ghg', step: 2 });
    expect(fatal?.violations[0]?.statement).to.equal('abi/no-crash');

    const places = exploration.observations.map(({ hresult }) => hresult);
    const before = places.indexOf(hresults.S_OK);
    const now = places.indexOf(hresults.E_NOTIMPL);
    const deviations = [{ sequence: 'gi', step: 1, before, now }];
    const [other] = judgeExploration({ ...exploration, deviations }, 'own', facts);
    expect(other?.violations[0]?.statement).to.equal('sequence/deterministic');
    const equal = judgeExploration(
      { ...exploration, deviations: [{ ...deviations[0], sequence: 'gi', step: 1, before, now: before }] },
      'own',
      facts,
    );
    expect(equal).to.deep.equal([]);
  });

  describe('judge a life in which not the same came back as before', () => {
    const explored = exploredAs('own', own);
    const facts = { profile, failLogons: 0, session: 'withheld' } as const;
    const changed = (place: number, change: Partial<(typeof explored.observations)[number]>): number => {
      const observation = explored.observations[place];
      if (observation === undefined) throw new Error(`nothing was observed at ${String(place)}`);
      return explored.observations.push({ ...observation, ...change }) - 1;
    };
    /** Of a sequence, as it is in the tree: creating the helper, its steps, and its end. */
    const lifeOf = (sequence: string): number[] => {
      let [observation, end, ...followers] = explored.nodes.at(-1) ?? [];
      const life = [observation ?? -1];
      for (const letter of sequence) {
        [observation, end, ...followers] = explored.nodes[followers['isgnohpq2'.indexOf(letter)] ?? -1] ?? [];
        life.push(observation ?? -1);
      }
      return [...life, end ?? -1];
    };
    /** Every finding of a life whose observation at `step` is another. */
    const foundIn = (
      sequence: string,
      step: number,
      change: Parameters<typeof changed>[1],
      isWhole = true,
    ): string[] => {
      const life = lifeOf(sequence);
      const before = life[step + 1] ?? -1;
      const now = changed(before, change);
      life[step + 1] = now;
      const deviation = { sequence, step, before, now, ...(isWhole ? { life } : {}) };
      return judgeExploration({ ...explored, deviations: [deviation] }, 'own', facts).flatMap((finding) =>
        finding.violations.map(({ statement }) => `${finding.sequence} ${String(finding.step)} ${statement}`),
      );
    };

    it('by the model, as any other: the fault is one of what was called, and beside it that it differs', () => {
      expect(foundIn('ip', 1, { hresult: hresults.S_OK })).to.deep.equal([
        'ip 1 placeholder1/e-notimpl',
        'ip 1 sequence/deterministic',
      ]);
      expect(foundIn('ps', 0, { kind: 'threw', hresult: 0 })).to.deep.equal([
        'ps 0 abi/no-exception',
        'ps 0 sequence/deterministic',
      ]);
    });

    it('also what creating the helper did there', () => {
      expect(foundIn('i', -1, { kind: 'threw', hresult: 1 })).to.deep.equal([
        'i -1 abi/no-exception',
        'i -1 sequence/deterministic',
      ]);
    });

    it('also what only the provider has counted, and what was left at its end', () => {
      expect(foundIn('ig', 0, { callsAfterRelease: 1 })).to.deep.equal(['ig 0 mapi/logoff-then-release']);
      const life = lifeOf('gh');
      const [observation = -1] = life;
      const end = life.at(-1) ?? -1;
      const ends = [
        ...explored.ends,
        ...explored.ends.slice(end, end + 1).map((each) => ({ ...each, initialized: 1 })),
      ];
      const deviation = { sequence: 'gh', step: 0, before: observation, now: observation };
      const deviations = [{ ...deviation, life: [...life.slice(0, -1), ends.length - 1] }];
      const [finding] = judgeExploration({ ...explored, ends, deviations }, 'own', facts);
      expect(finding).to.deep.include({ sequence: 'gh', step: 2 });
      expect(finding?.violations[0]?.statement).to.equal('mapi/balanced');
    });

    it('whose count is none', () => {
      expect(foundIn('qi', 0, { value: 0xffff_ffff })).to.deep.equal(['qi 0 iunknown/count-returned']);
    });

    it('and leave an older record, which has nothing of the others, as it was judged then', () => {
      expect(foundIn('ip', 1, { hresult: hresults.S_OK }, false)).to.deep.equal(['ip 1 sequence/deterministic']);
    });
  });

  it('do not mind that another reference was kept in another life: what Release returned is no answer', () => {
    const explored = exploredAs('own', own);
    const [observation] = explored.observations;
    if (observation === undefined) throw new Error('nothing was observed');
    const place = explored.observations.length;
    const observations = [
      ...explored.observations,
      { ...observation, hresult: 0, value: 2 },
      { ...observation, hresult: 0, value: 3 },
      { ...observation, hresult: 1, value: 2 },
    ];
    const causesOf = (sequence: string, before: number, now: number): string[] =>
      judgeExploration(
        { ...explored, observations, deviations: [{ sequence, step: 0, before: place + before, now: place + now }] },
        'own',
        { profile, failLogons: 0, session: 'withheld' },
      ).flatMap(({ violations }) => violations.map(({ statement }) => statement));
    expect(causesOf('q', 0, 1)).to.deep.equal([]);
    expect(causesOf('i', 0, 1)).to.deep.equal(['sequence/deterministic']);
    for (const release of ['n', 'o']) expect(causesOf(release, 0, 2)).to.deep.equal([]);
    expect(causesOf('q', 0, 2)).to.deep.equal(['sequence/deterministic']);
  });
});
