import { expect } from 'chai';

import { compareMachines, documentedMachine } from '../../harness/model/compare-machines.js';
import { learn, type Machine } from '../../harness/model/learned.js';
import { simulate, type Factory } from '../../harness/model/simulate.js';
import { borrowed, guilty, own, type Kind } from './odd-helpers.js';

const profile = 'Outlook';

function machineOf(kind: Kind, make: Factory, depth = 3): Machine {
  const session = kind === 'own' ? 'withheld' : 'offered';
  const exploration = simulate(make, { depth, failLogons: 0, session, profile });
  const machine = learn(exploration, kind, { profile, failLogons: 0, session });
  expect(machine).not.to.equal(undefined);
  return machine ?? { states: [] };
}

function documented(kind: Kind): Machine {
  return documentedMachine(kind, { profile, failLogons: 0, session: kind === 'own' ? 'withheld' : 'offered' });
}

/** As `gh: S_OK, the session is kept`, with what it violates. */
function differencesOf(kind: Kind, make: Factory): Record<string, string | null> {
  return Object.fromEntries(
    compareMachines(machineOf(kind, make), documented(kind), true).map(
      ({ sequence, letter, learned, violates }): [string, string | null] => [
        `${sequence} ${letter}: ${learned.join(', ')}`,
        violates,
      ],
    ),
  );
}

describe('the learned machine', () => {
  it("is small for the documents' helpers: with and without a session, or always the same", () => {
    const { states } = machineOf('own', own);
    expect(states.map(({ sequence, phase }) => [sequence, phase])).to.deep.equal([
      ['', 'fresh'],
      ['g', 'open'],
    ]);
    const [fresh, open] = states.map(({ edges }) => Object.fromEntries(edges.map(({ letter, to }) => [letter, to])));
    expect(fresh).to.deep.equal({ g: 1, h: 0, i: 0, s: 0, p: 0, q: 0 });
    expect(open).to.deep.equal({ g: 1, h: 0, i: 1, s: 1, p: 1, q: 1 });
    expect(machineOf('borrowed', borrowed).states).to.have.length(1);
  });

  it('is the same however deep the helper was explored', () => {
    const shallow = machineOf('own', own, 3);
    expect(machineOf('own', own, 4)).to.deep.equal(shallow);
    expect(documented('own')).to.deep.equal(shallow);
  });

  it('of a right helper equals the documented one', () => {
    expect(differencesOf('own', own)).to.deep.equal({});
    expect(differencesOf('borrowed', borrowed)).to.deep.equal({});
  });

  const edges: Record<string, Record<string, string | null>> = {
    'that keeps its session': {
      'g h: S_OK, the session is kept': 'hands-off-session/own-releases',
    },
    'that answers S_OK for a borrowed session': {
      ' h: S_OK, the session is kept': 'hands-off-session/borrowed-e-notimpl',
    },
    'that throws': { ' p: exception 0x20474343': 'abi/no-exception', 'g p: exception 0x20474343': 'abi/no-exception' },
  };
  for (const [which, expected] of Object.entries(edges)) {
    it(`of a helper ${which} differs in the right edge`, () => {
      const [kind, make] = guilty[which] ?? ['own', own];
      expect(differencesOf(kind, make)).to.include(expected);
    });
  }

  it('has an edge for the step in which the process ended, which leads nowhere', () => {
    const exploration = simulate(own, { depth: 2, failLogons: 0, session: 'withheld', profile });
    const facts = { profile, failLogons: 0, session: 'withheld' } as const;
    const machine = learn({ ...exploration, death: { sequence: 'ghg', step: 2 } }, 'own', facts);
    const fatal = machine?.states.find(({ edges: all }) => all.some(({ violates }) => violates === 'abi/no-crash'));
    expect(fatal).to.deep.include({ sequence: 'gh', phase: 'closed' });
    expect(fatal?.edges).to.deep.equal([
      { letter: 'g', text: ['the process ended'], to: null, violates: 'abi/no-crash' },
    ]);
  });
});
