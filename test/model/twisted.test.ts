import { expect } from 'chai';

import { hresults } from '../../harness/catalogue/hresults.js';
import { violatesMust } from '../../harness/model/gravest.js';
import { judgeExploration, type Finding } from '../../harness/model/judge-exploration.js';
import { simulate } from '../../harness/model/simulate.js';
import { twists, type End, type Exploration, type Observation, type Twist } from '../../harness/record/exploration.js';
import { innocent, own, ownWith, usual, type Kind } from './odd-helpers.js';
import type { Factory } from '../../harness/model/simulate.js';

const profile = 'Outlook';

function explored(kind: Kind, make: Factory, failLogons = 0): Exploration {
  return simulate(make, { depth: 2, failLogons, session: kind === 'own' ? 'withheld' : 'offered', profile });
}

function judged(kind: Kind, exploration: Exploration): Finding[] {
  const { failLogons, twist } = exploration;
  const session = kind === 'own' ? 'withheld' : 'offered';
  return judgeExploration(exploration, kind, {
    profile,
    failLogons,
    session,
    ...(twist === undefined ? {} : { twist }),
  });
}

const shown = (findings: readonly Finding[]): string[] =>
  findings.flatMap(({ sequence, violations }) => violations.map(({ statement }) => `${sequence} ${statement}`));

/** With other answers of GetMapiSession, and other ends. */
function otherwise(
  exploration: Exploration,
  twist: Twist,
  get: Partial<Observation>,
  end: (before: End) => Partial<End> = () => ({}),
): Exploration {
  const observations = exploration.observations.map((each) => (each.out === 'none' ? each : { ...each, ...get }));
  const ends = exploration.ends.map((each) => ({ ...each, ...end(each) }));
  return { ...exploration, twist, observations, ends };
}

/** As a NULL pointer is refused. */
const refused: Partial<Observation> = {
  hresult: hresults.E_INVALIDARG,
  out: 'none',
  age: null,
  logons: 0,
  references: [],
};

describe('sequences with a twist', () => {
  for (const [name, [kind, make]] of Object.entries(innocent))
    it(`hold nothing against a helper ${name}`, () => {
      for (const twist of twists)
        expect(
          shown(judged(kind, otherwise(explored(kind, make), twist, twist === 'null-out' ? refused : {}))),
          twist,
        ).to.deep.equal([]);
    });

  it('want an error code for NULL, and the call to come back', () => {
    const exploration = explored('own', own);
    const answer = (get: Partial<Observation>): string[] =>
      shown(judged('own', otherwise(exploration, 'null-out', { ...refused, ...get })));
    expect(answer({ hresult: hresults.S_OK })).to.deep.equal(['g get-mapi-session/null-out']);
    expect(answer({ kind: 'threw' })).to.deep.equal(['g get-mapi-session/null-out']);
    expect(answer({ hresult: hresults.E_FAIL })).to.deep.equal([]);
    const death = { sequence: 'g', step: 0, story: 'gone' };
    const dead: Exploration = { ...exploration, nodes: [], twist: 'null-out', death };
    expect(shown(judged('own', dead))).to.deep.equal(['g get-mapi-session/null-out']);
    expect(shown(judged('own', { ...dead, death: { ...death, sequence: 'h' } }))).to.deep.equal(['h abi/no-crash']);
  });

  it('want in need a session, or a failure that leaves NULL, and nothing more', () => {
    for (const twist of ['no-memory', 'refused-interface'] as const) {
      const answer = (get: Partial<Observation>): string[] =>
        shown(judged('own', otherwise(explored('own', own), twist, { age: null, ...get })));
      const failed = { hresult: hresults.E_OUTOFMEMORY } as const;
      expect(answer({ ...failed, out: 'null', logons: 0, references: [7] })).to.deep.equal([]);
      expect(answer({ ...failed, out: 'untouched' })).to.include('g get-mapi-session/failure-nulls-out');
      expect(answer({ out: 'null' })).to.deep.equal(['g get-mapi-session/success-gives-session']);
      expect(answer({ kind: 'threw' })).to.deep.equal(['g abi/no-exception']);
    }
  });

  it('want nothing to be left, whoever goes first, where the client held a session at all', () => {
    const left = otherwise(explored('own', own), 'helper-first', {}, () => ({ references: [1] }));
    const [first, ...others] = judged('own', left);
    expect(first?.sequence).to.equal('g');
    expect(shown([...others])).to.deep.equal([]);
    expect(first?.violations[0]?.statement).to.equal('session-lifetime/no-cycle');
  });
});

describe('an object instead of the session', () => {
  const wrapping = ownWith((helper) => ({
    getMapiSession: () => {
      const got = usual.get(helper);
      return got.hresult === 0 ? { ...got, out: 'other' } : got;
    },
    handsOffSession: () => hresults.E_FAIL,
  }));
  const asked = (session: 'elsewhere' | 'none' | undefined): Finding[] => {
    const exploration = explored('own', wrapping);
    const told = session === undefined ? {} : { session };
    const observations = exploration.observations.map((each) => (each.out === 'other' ? { ...each, ...told } : each));
    return judged('own', { ...exploration, observations });
  };

  it('may be a session itself', () => {
    expect(shown(asked(undefined))).not.to.include('g get-mapi-session/is-imapisession');
  });

  it('that leads to none is a violation', () => {
    expect(
      asked('none')
        .filter(violatesMust)
        .map(({ sequence }) => sequence),
    ).to.include('g');
    expect(shown(asked('none'))).to.include('g get-mapi-session/is-imapisession');
  });

  it('that leads to one is advised against, and what comes behind is judged all the same', () => {
    const findings = asked('elsewhere');
    expect(shown(findings)).to.include('g get-mapi-session/is-imapisession');
    expect(shown(findings.filter(violatesMust))).not.to.include('g get-mapi-session/is-imapisession');
    expect(shown(findings).filter((each) => each.startsWith('gh'))).to.deep.equal(
      shown(asked(undefined)).filter((each) => each.startsWith('gh')),
    );
  });
});
