import { expect } from 'chai';

import { explore, replayScript } from '../../harness/certify/explore.js';
import { judge } from '../../harness/certify/judge.js';
import type { Walker } from '../../harness/certify/walker.js';
import { simulate, type Factory } from '../../harness/model/simulate.js';
import { makePlan } from '../../harness/plan/plan.js';
import { unreachedTranscript } from '../../harness/probe/transcripts.js';
import { everything } from '../../harness/plan/selection.js';
import type { Check, Transcript } from '../../harness/record/run-record.js';
import { twists } from '../../harness/record/exploration.js';
import type { Explored } from '../../harness/rule/explored.js';
import type { Binding } from '../../harness/script/draft.js';
import type { Script } from '../../harness/script/step.js';
import { survey } from '../../harness/script/survey.js';
import { bindScript } from '../../harness/script/draft.js';
import { rules } from '../../suites/index.js';
import { guilty, own } from '../model/odd-helpers.js';

const binding: Binding = { session: 'withheld', profile: 'Outlook', profileCanBeTold: true, apartment: 'sta' };

const untold = { provider: null, events: [], micros: 0 };

function answered(script: Script): Transcript {
  return { script, steps: script.steps.map(() => ({ ...untold, outcome: { kind: 'returned', hresult: 0 } })) };
}

/** As a probe would bring it back, without a child. */
function walkerOf(make: Factory, asked: string[]): Walker {
  return {
    explore: ({ depth, failLogons, twist = '', session, profile }) => {
      asked.push(`${String(depth)} ${String(failLogons)} ${twist}`.trim());
      return Promise.resolve(simulate(make, { depth, failLogons, session, profile }));
    },
    run: (scripts) => Promise.resolve(scripts.map(answered)),
    tryOut: () => Promise.reject(new Error('nothing is tried at random')),
    soak: () => Promise.reject(new Error('nothing lives on and on')),
  };
}

async function exploredBy(
  make: Factory,
  depth = 3,
  asked: string[] = [],
): Promise<Explored & Required<Pick<Explored, 'explorations'>>> {
  return explore(walkerOf(make, asked), { depth, isAsked: true, binding, profileIsKnown: true, behaviour: 'own' });
}

/** The survey in which the helper handed out a session that it had logged on to. */
function surveyed(): Transcript {
  const { script, steps } = answered(bindScript(survey, binding));
  const sessions = [
    { id: 1, origin: 'logon' as const, references: 2, overReleases: 0, callsAfterRelease: 0, logoffs: 0 },
  ];
  const provider = { initializes: 1, uninitializes: 0, logons: 1, failedLogons: 0, sessions };
  return {
    script,
    steps: steps.map((step, at) =>
      script.steps[at]?.do === 'getMapiSession'
        ? { ...step, provider, outcome: { kind: 'returned', hresult: 0, out: { pointer: 'p1', session: 1 } } }
        : step,
    ),
  };
}

async function verdictOn(explored: Explored | undefined, depth = 3): Promise<Check | undefined> {
  const rule = rules.filter(({ id }) => id === 'sequence/exhaustive').map((each) => ({ ...each, needs: [] }));
  const { checks } = await judge(makePlan(rule, ['sequence/exhaustive'], binding), [surveyed()], {
    facts: { profileIsKnown: true, machine: 'x64' },
    selection: { ...everything, depth },
    load: { kind: 'loaded', events: [], libraries: [] },
    faults: [],
    stopped: null,
    explored,
  });
  return checks[0];
}

describe('trying all sequences', () => {
  it('goes on for a helper of its own session in the world in which the first logon fails', async () => {
    const asked: string[] = [];
    const { explorations, replays } = await exploredBy(own, 3, asked);
    expect(asked).to.deep.equal(['3 0', '2 1', '2 0 no-memory', '2 0 helper-first', '2 0 null-out']);
    expect(explorations.map(({ sequences }) => sequences)).to.deep.equal([819, 90, 90, 90, 90]);
    expect(replays).to.deep.equal([]);
  });

  it('goes as deep as a slow helper lets it in time, unless that depth was asked for', async () => {
    const depths: string[] = [];
    const twisted = (depth: number): string[] =>
      twists.filter((twist) => twist !== 'refused-interface').map((twist) => `${String(depth)} 0 ${twist}`);
    const quick = walkerOf(own, depths);
    const slow: Walker = {
      ...quick,
      explore: async (options) => {
        const exploration = await quick.explore(options);
        return { ...exploration, micros: exploration.steps * 50_000 };
      },
    };
    const options = { depth: 3, binding, profileIsKnown: true, behaviour: 'own' } as const;
    await explore(slow, { ...options, isAsked: false });
    expect(depths.splice(0)).to.deep.equal(['1 0', '1 1', ...twisted(1)]);
    await explore(quick, { ...options, isAsked: false });
    expect(depths.splice(0)).to.deep.equal(['1 0', '3 0', '2 1', ...twisted(2)]);
    await explore(slow, { ...options, depth: 2, isAsked: true });
    expect(depths).to.deep.equal(['2 0', '1 1', ...twisted(2)]);
  });

  it('passes a right helper, and says of one that was never tried how to ask', async () => {
    expect(await verdictOn(await exploredBy(own))).to.include({ verdict: 'pass' });
    expect(await verdictOn(undefined, 0)).to.deep.include({
      verdict: 'not-applicable',
      reason: 'no sequences were tried: ask for them with --depth N',
    });
  });

  it('fails a wrong one by the shortest sequence, which is done once more to be shown', async () => {
    const make = guilty['that releases twice when it is called twice']?.[1] ?? own;
    const explored = await exploredBy(make);
    expect(explored.replays.map(({ sequence }) => sequence)).to.deep.equal(['ghh']);
    const check = await verdictOn(explored);
    expect(check).to.include({ verdict: 'fail' });
    expect(check?.reason).to.match(/^the sequence ghh violates hands-off-session\/twice: /);
    expect(check?.steps.join('\n')).to.match(/GetMapiSession[^]*HandsOffSession[^]*HandsOffSession/);
  });

  it('shows no steps of a sequence whose call was not made again, because it had ended processes before', async () => {
    const make = guilty['that releases twice when it is called twice']?.[1] ?? own;
    const walker: Walker = {
      ...walkerOf(make, []),
      run: (scripts) => Promise.resolve(scripts.map((script) => unreachedTranscript(script, 'it had ended processes'))),
    };
    const options = { depth: 3, isAsked: true, binding, profileIsKnown: true, behaviour: 'own' } as const;
    const explored = await explore(walker, options);
    expect(explored.replays).to.deep.equal([]);
    const check = await verdictOn(explored);
    expect(check?.verdict).to.equal('fail');
    expect(check?.reason).to.match(/^the sequence ghh violates /);
  });

  it('warns of what is only recommended', async () => {
    const make: Factory = (mapi, name) => {
      const helper = own(mapi, name);
      return typeof helper === 'number' ? helper : Object.assign(helper, { end: () => 0 });
    };
    const check = await verdictOn(await exploredBy(make));
    expect(check).to.include({ verdict: 'warning' });
    expect(check?.reason).to.match(/^the sequence g violates session-lifetime\/final-release: /);
  });

  it('leaves open what could not be tried', async () => {
    const explored = await exploredBy(own);
    const explorations = explored.explorations.map((each) => ({ ...each, givenUp: 'the run was interrupted' }));
    expect(await verdictOn({ ...explored, explorations })).to.include({ verdict: 'inconclusive' });
    expect(await verdictOn({ ...explored, explorations: [] })).to.include({ verdict: 'inconclusive' });
  });

  it('leaves open what was told of not all lives, unless a MUST is violated', async () => {
    const told = async (make: Factory): Promise<Check | undefined> => {
      const explored = await exploredBy(make);
      const explorations = explored.explorations.map((each) => ({ ...each, untold: 1 }));
      return verdictOn({ ...explored, explorations });
    };
    const check = await told(own);
    expect(check).to.include({ verdict: 'inconclusive' });
    expect(check?.reason).to.match(/not all of them could be judged/);
    const make = guilty['that releases twice when it is called twice']?.[1] ?? own;
    expect(await told(make)).to.include({ verdict: 'fail' });
  });

  it('does not settle for what is only recommended where not all could be tried', async () => {
    const make: Factory = (mapi, name) => {
      const helper = own(mapi, name);
      return typeof helper === 'number' ? helper : Object.assign(helper, { end: () => 0 });
    };
    const explored = await exploredBy(make);
    const explorations = explored.explorations.map((each) => ({ ...each, givenUp: 'the run was interrupted' }));
    expect(await verdictOn({ ...explored, explorations })).to.include({ verdict: 'inconclusive' });
  });
});

describe('the script of a sequence', () => {
  it('lets logons fail just as long as they did, and releases what was given', () => {
    const exploration = simulate(own, { depth: 3, failLogons: 1, session: 'withheld', profile: 'Outlook' });
    const { steps } = replayScript(exploration, 'ggn', binding);
    const told = steps.map((step) => `${step.do}${'on' in step ? ` ${step.on}` : ''}`);
    expect(told).to.deep.equal([
      'configureProvider',
      'create',
      'query unknown',
      'getMapiSession helper',
      'configureProvider',
      'getMapiSession helper',
      'release session1',
      'release helper',
      'release unknown',
    ]);
  });
});
