/** Sequences that the child walks natively, with real DLLs. */
import { expect } from 'chai';

import { fixturesFolder, hostPlaces } from '../../harness/certify/host-places.js';
import { defaultLimits } from '../../harness/probe/limits.js';
import { Probe, type ProbeOptions } from '../../harness/probe/probe.js';
import { spelled } from '../../harness/probe/walk-place.js';
import type { WalkOptions } from '../../harness/probe/walks.js';
import {
  explorationSchema,
  letters,
  sequencesUpTo,
  triedSchema,
  type End,
  type Exploration,
  type Observation,
} from '../../harness/record/exploration.js';
import { soakSchema } from '../../harness/record/soak.js';
import type { Script } from '../../harness/script/step.js';

const failLogons = 0;
const own: WalkOptions = { session: 'withheld', profile: 'Outlook', apartment: 'sta' };
const borrowed: WalkOptions = { ...own, session: 'offered' };
/** What an exploration tells of one sequence: creating the helper, each step, the end. */
function toldOf({ nodes, observations, ends }: Exploration, sequence: string): [Observation[], End] {
  let node = nodes.at(-1);
  const seen = [observations[node?.[0] ?? -1]];
  for (const letter of sequence) {
    const at = letters.findIndex((each) => each === letter);
    node = nodes[node?.[2 + at] ?? -1];
    seen.push(observations[node?.[0] ?? -1]);
  }
  const end = ends[node?.[1] ?? -1];
  if (end === undefined) throw new Error(`${sequence} has no end`);
  return [seen.filter((each) => each !== undefined), end];
}

const allUpTo = (depth: number): string[] =>
  Array.from({ length: depth }, (_, at) => at + 1).flatMap((length) =>
    Array.from({ length: letters.length ** length }, (_, number) => spelled(length, number)),
  );

/** Of each step what came back, and what it did to sessions. */
const briefly = ([seen, end]: [Observation[], End]): object => ({
  seen: seen.map(({ kind, hresult, out, age, references }) => [kind, hresult, out, age, references]),
  end: [end.counts, end.references, end.initialized],
});

describe('a walk', () => {
  let probe: Probe | undefined;
  afterEach(async () => {
    await probe?.close();
  });

  async function probeOf(dll: string, options: Partial<ProbeOptions> = {}): Promise<Probe> {
    probe = new Probe({
      places: await hostPlaces(),
      dll: `${fixturesFolder}/${dll}.dll`,
      activation: { kind: 'factory', export: 'CreateHelper' },
      mapiRegistry: false,
      heapGuard: false,
      timeoutMs: 20_000,
      maxDeaths: 9,
      limits: defaultLimits,
      symbolAt: () => null,
      ...options,
    });
    await probe.start();
    return probe;
  }

  it('through every sequence meets as many as the formula says, and tells of each what trying it alone tells', async () => {
    const on = await probeOf('own-session');
    const told: [number, number][] = [];
    const exploration = await on.explore({ ...own, failLogons, depth: 3, tell: (...how) => void told.push(how) });
    expect(explorationSchema.parse(exploration)).to.deep.equal(exploration);
    const { depth, sequences, steps, deviations, death } = exploration;
    const all = sequencesUpTo(3);
    expect({ depth, sequences, steps }).to.deep.equal({ depth: 3, sequences: all, steps: 9 + 2 * 81 + 3 * 729 });
    expect({ deviations, death }).to.deep.equal({ deviations: [], death: null });
    for (const [done, of] of told) expect([done <= all, of]).to.deep.equal([true, all]);

    const spelledOut = allUpTo(3);
    const tried = await on.tryOut({ ...own, failLogons, sequences: spelledOut });
    expect(triedSchema.parse(tried)).to.deep.equal(tried);
    expect(tried.runs).to.have.lengthOf(all);
    for (const [at, sequence] of spelledOut.entries()) {
      const [seen, end] = toldOf(exploration, sequence);
      const run = tried.runs[at] ?? [];
      expect(run.slice(0, -1).map((place) => tried.observations[place])).to.deep.equal(seen);
      expect(tried.ends[run.at(-1) ?? -1]).to.deep.equal(end);
    }

    expect(briefly(toldOf(exploration, 'ghn'))).to.deep.equal({
      seen: [
        ['returned', 0, 'none', null, []],
        ['returned', 0, 'session', 0, [2]],
        ['returned', 0, 'none', null, [-1]],
        ['returned', 0, 'none', null, [-1]],
      ],
      end: [[0], [], 0],
    });
    // The other helper is one like the first.
    const [[, created, identity]] = toldOf(exploration, '2i');
    expect([created, identity]).to.deep.equal([toldOf(exploration, '')[0][0], toldOf(exploration, 'i')[0][1]]);
    expect(identity).to.include({ hresult: 0, value: 8, kind: 'returned' });
    expect(identity?.text).not.to.equal(0);
    expect(toldOf(exploration, 's')[0][1]).to.include({ hresult: 0x8007000e, value: 8, text: 0 });
    expect(toldOf(exploration, 'n')[0][1]?.kind).to.equal('skipped');
  });

  it('is told in no event, and leaves scripts as they are', async () => {
    const script: Script = {
      name: 'get',
      profile: 'Outlook',
      hazardous: false,
      apartment: 'sta',
      steps: [
        { do: 'create', as: 'helper', session: 'withheld' },
        { do: 'getMapiSession', on: 'helper', out: 'memory', as: 'session' },
      ],
    };
    const on = await probeOf('own-session');
    const [before] = await on.run([script]);
    await on.explore({ ...own, failLogons, depth: 2 });
    const [after] = await on.run([script]);
    const seen = [before, after].map((transcript) =>
      transcript?.steps.map(({ provider, events }) => ({ provider, events })),
    );
    expect(seen[1]).to.deep.equal(seen[0]);
    expect(seen[1]?.[1]?.events.map(({ kind }) => kind)).to.deep.equal(['initialize', 'logon', 'addRef']);
  });

  for (const apartment of ['mta', 'none'] as const) {
    it(`in the apartment ${apartment}, by a class object, is the same as in any other by the factory`, async () => {
      const clsid = '6f0e9c52-3b7a-4d8e-9a41-c2d5b8e07f13';
      const on = await probeOf('own-session', { activation: { kind: 'class', clsid, prepare: 'PrepareHelper' } });
      const byClass = await on.explore({ ...own, apartment, failLogons: 1, depth: 2 });
      await on.close();
      const byFactory = await (await probeOf('own-session')).explore({ ...own, failLogons: 1, depth: 2 });
      expect({ ...byClass, micros: 0 }).to.deep.equal({ ...byFactory, micros: 0 });
      const [[, failed, worked]] = toldOf(byFactory, 'gg');
      expect(failed).to.include({ hresult: 0x80040111, failedLogons: 1, logons: 0, out: 'null' });
      expect(worked).to.include({ hresult: 0, failedLogons: 0, logons: 1, out: 'session' });
    });
  }

  it('leaves the client its own reference to the session that it offers', async () => {
    const exploration = await (await probeOf('borrowed-session')).explore({ ...borrowed, failLogons, depth: 2 });
    expect(briefly(toldOf(exploration, 'gh'))).to.deep.equal({
      seen: [
        ['returned', 0, 'none', null, [1]],
        ['returned', 0, 'session', 0, [1]],
        ['returned', 0x80004001, 'none', null, []],
      ],
      end: [[0], [1], 0],
    });
  });

  for (const crowd of ['torn-off', 'non-delegating', 'many-interfaces']) {
    it(`calls the interface that ${crowd} has, whatever object was created`, async () => {
      const exploration = await (await probeOf(`crowd/${crowd}`)).explore({ ...borrowed, failLogons, depth: 2 });
      const [[, identity, session], end] = toldOf(exploration, 'ig');
      expect([identity?.value, session?.out]).to.deep.equal([8, 'session']);
      expect([exploration.death, end.counts]).to.deep.equal([null, [0]]);
    });
  }

  it('calls nothing where the interface is refused', async () => {
    const exploration = await (
      await probeOf('mutant/iid-one-digit-off')
    ).explore({ ...borrowed, failLogons, depth: 2 });
    const [[created, identity], end] = toldOf(exploration, 'ig');
    expect([created?.hresult, identity?.kind, end.counts]).to.deep.equal([0x80004002, 'skipped', []]);
  });

  it('ends with the first sequence that kills, and tells of all that are shorter', async () => {
    const on = await probeOf('mutant/hands-off-reopen-crash');
    const { depth, sequences, death } = await on.explore({ ...own, failLogons, depth: 4 });
    expect({ depth, sequences }).to.deep.equal({ depth: 2, sequences: sequencesUpTo(2) });
    expect(death).to.include({ sequence: 'ghg', step: 2 });
    expect(death?.story).to.match(/^STATUS_ACCESS_VIOLATION .*at hands-off-reopen-crash\.dll\+0x/);
    expect(on.faults.map(({ kind, walking }) => [kind, walking])).to.deep.equal([['ended', true]]);

    const tried = await on.tryOut({ ...own, failLogons, sequences: ['gn', 'igh', 'gghgn', 'i'] });
    expect(tried.runs.map(({ length }) => length)).to.deep.equal([4, 5]);
    expect(tried.death).to.include({ sequence: 'gghgn', step: 3 });
    expect(on.faults).to.have.lengthOf(2);
  });

  it('kills a helper that does not come back', async () => {
    const on = await probeOf('mutant/abi-endless-loop', { timeoutMs: 1000 });
    const { death } = await on.explore({ ...own, profile: ' Outlook', failLogons, depth: 2 });
    expect(death).to.include({ sequence: 'i', step: 0 });
    expect(death?.story).to.match(/^no answer within 1 s/);
    expect(on.faults.map(({ kind }) => kind)).to.deep.equal(['deadline']);
  });

  it('goes on behind an exception, and behind registers that were not given back', async () => {
    const exploration = await (
      await probeOf('mutant/abi-throws-from-placeholder')
    ).explore({ ...borrowed, failLogons, depth: 3 });
    const [[, , threw, identity]] = toldOf(exploration, 'gpi');
    expect(threw).to.include({ kind: 'threw', hresult: 0x20474343 });
    expect(identity).to.include({ kind: 'returned', hresult: 0 });
    expect(exploration.depth).to.equal(3);
    await probe?.close();
    const clean = await (await probeOf('own-session')).explore({ ...own, failLogons, depth: 3 });
    await probe?.close();
    const lost = await (await probeOf('mutant/registers-stack-pointer')).explore({ ...own, failLogons, depth: 3 });
    expect({ ...lost, micros: 0 }).to.deep.equal({ ...clean, micros: 0 });
  });

  it('by the thousand shows a leak of one reference a life, and none where there is none', async () => {
    const tight = await (await probeOf('own-session')).soak({ ...own, cycles: 3000, samples: 3 });
    expect(soakSchema.parse(tight)).to.deep.equal(tight);
    expect(tight.samples.map(({ cycle, references, sessions }) => [cycle, references, sessions])).to.deep.equal([
      [0, 0, 0],
      [1000, 0, 0],
      [2000, 0, 0],
      [3000, 0, 0],
    ]);
    for (const { handles, threads, privateBytes } of tight.samples) {
      expect(Math.min(handles, threads, privateBytes)).to.be.greaterThan(0);
    }
    await probe?.close();
    const leaking = await (
      await probeOf('mutant/session-counted-twice')
    ).soak({ ...borrowed, cycles: 3000, samples: 1 });
    expect(leaking.samples.map(({ references }) => references)).to.deep.equal([0, 3000]);
    expect(leaking.samples.map(({ sessions }) => sessions)).to.deep.equal([0, 3000]);
  });

  it('to be timed says what it took', async () => {
    const on = await probeOf('own-session');
    for (const manner of ['raw', 'unrecorded', 'recorded'] as const) {
      expect(await on.repeat({ ...own, letter: 'p', times: 10_000, manner })).to.be.greaterThan(0);
    }
  });
});
