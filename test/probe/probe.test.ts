import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'chai';

import { HarnessFault } from '../../harness/probe/harness-fault.js';
import { defaultLimits } from '../../harness/probe/limits.js';
import { LoadRefused } from '../../harness/probe/load-refused.js';
import { Probe, type ProbeOptions } from '../../harness/probe/probe.js';
import { TotalTimeSpent } from '../../harness/probe/stop.js';
import type { Transcript } from '../../harness/record/run-record.js';
import { rejectionOf, temporaryFolder } from '../setup/temporary-folder.js';
import { leftAfter } from '../whole/left-behind.js';
import { childProcesses, openJournals } from './own-process.js';
import { fakeDll, fakeHost, hostsIn, scriptOf, type Deed, type FakeDll } from './fake-host.js';

const outcomes = ({ steps }: Transcript): string[] => steps.map(({ outcome }) => outcome.kind);
const returned = ['returned', 'returned', 'returned'];
const diedInDeed = ['returned', 'died', 'unreached'];
const unreached = ['unreached', 'unreached', 'unreached'];

/** What a step of which the process did not come back tells of it. */
function storyOf(transcript: Transcript | undefined): string {
  const outcome = transcript?.steps[1]?.outcome;
  return outcome?.kind === 'died' ? outcome.fault.story : `no death, but ${String(outcome?.kind)}`;
}

function reasonOf(transcript: Transcript | undefined): string {
  const outcome = transcript?.steps[0]?.outcome;
  return outcome?.kind === 'unreached' ? outcome.why : `reached: ${String(outcome?.kind)}`;
}

describe('Probe', () => {
  const folder = temporaryFolder();
  let probe: Probe | undefined;
  afterEach(async () => {
    await probe?.close();
  });

  function probeOf(dll: FakeDll, options: Partial<ProbeOptions> = {}): Probe {
    probe = new Probe({
      places: fakeHost(folder()),
      dll: dll.path,
      activation: { kind: 'factory', export: 'CreateHelper' },
      mapiRegistry: false,
      heapGuard: false,
      timeoutMs: 20_000,
      maxDeaths: 9,
      limits: defaultLimits,
      symbolAt: () => null,
      ...options,
    });
    return probe;
  }

  const run = (on: Probe, ...deeds: readonly Deed[]): Promise<Transcript[]> => on.run(deeds.map(scriptOf));

  it('goes on in a new child after a death, and runs nothing twice', async () => {
    const dll = fakeDll(folder(), 0);
    const on = probeOf(dll);
    const transcripts = await run(on, 'returns', 'dies', 'returns', 'dies', 'returns');
    expect(transcripts.map(outcomes)).to.deep.equal([returned, diedInDeed, returned, diedInDeed, returned]);
    expect(storyOf(transcripts[1])).to.equal('the process ended itself with exit status 7');
    expect(on.faults.map(({ kind, exitStatus }) => [kind, exitStatus])).to.deep.equal([
      ['ended', 7],
      ['ended', 7],
    ]);
    expect(dll.starts()).to.equal(3);
  });

  it('kills a child whose script does not end in time, and goes on in a new one', async () => {
    const dll = fakeDll(folder(), 0);
    const on = probeOf(dll, { timeoutMs: 400 });
    const transcripts = await run(on, 'returns', 'hangs', 'returns');
    expect(transcripts.map(outcomes)).to.deep.equal([returned, diedInDeed, returned]);
    expect(storyOf(transcripts[1])).to.equal('no answer within 0.4 s; the process was killed');
    expect(on.faults.map(({ kind }) => kind)).to.deep.equal(['deadline']);
    expect(dll.starts()).to.equal(2);
  });

  it('gives the rest up after too many deaths', async () => {
    const dll = fakeDll(folder(), 0);
    const transcripts = await run(probeOf(dll, { maxDeaths: 2 }), 'dies', 'dies', 'dies', 'returns');
    expect(transcripts.map(outcomes)).to.deep.equal([diedInDeed, diedInDeed, unreached, unreached]);
    expect(reasonOf(transcripts[3])).to.equal('too many processes had died before');
    expect(dll.starts()).to.equal(2);
  });

  for (const deed of ['damages', 'damages, and is noticed'] as const) {
    it(`blames the step at work when the helper ${deed}, and keeps what came before`, async () => {
      const dll = fakeDll(folder(), 0);
      const on = probeOf(dll);
      const transcripts = await run(on, 'returns', deed, 'returns');
      expect(transcripts.map(outcomes)).to.deep.equal([returned, diedInDeed, returned]);
      expect(storyOf(transcripts[1])).to.equal(
        "the helper wrote over the harness's memory (its journal is damaged: it has lost its header); the process was killed",
      );
      expect(on.faults.map(({ kind }) => kind)).to.deep.equal(['damaged']);
      expect(dll.starts()).to.equal(2);
    });
  }

  for (const [deed, story] of [
    ['forges a frame', "the helper forged a message of the harness's own; the process was killed"],
    ['overflows', 'the helper made more calls than there is room to record; the process was killed'],
  ] as const) {
    it(`blames the step at work, and not the harness, when the helper ${deed}`, async () => {
      const transcripts = await run(probeOf(fakeDll(folder(), 0)), 'returns', deed, 'returns');
      expect(transcripts.map(outcomes)).to.deep.equal([returned, diedInDeed, returned]);
      expect(storyOf(transcripts[1])).to.equal(story);
    });
  }

  it('believes the journal that the harness is broken', async () => {
    const trouble = await rejectionOf(run(probeOf(fakeDll(folder(), 0)), 'breaks the bridge'));
    expect(trouble).to.be.instanceOf(HarnessFault);
    expect(String(trouble)).to.contain('could not go on: the journal is full');
  });

  it('says when LoadLibrary refuses the DLL', async () => {
    const refusal = await rejectionOf(run(probeOf(fakeDll(folder(), 126)), 'returns'));
    expect(refusal).to.be.instanceOf(LoadRefused).and.to.include({ error: 126 });
  });

  it('keeps what was found out when a later child cannot load the DLL any more', async () => {
    const dll = fakeDll(folder(), 0, 126);
    const on = probeOf(dll);
    const transcripts = await run(on, 'returns', 'dies', 'returns', 'returns');
    expect(transcripts.map(outcomes)).to.deep.equal([returned, diedInDeed, unreached, unreached]);
    expect(reasonOf(transcripts[3])).to.equal('the DLL could not be loaded again: LoadLibrary failed with error 126');
    expect(on.load?.kind).to.equal('loaded');
    expect(dll.starts()).to.equal(2);
  });

  it('tells of a death while the DLL is loaded, and does not try it again', async () => {
    const dll = fakeDll(folder(), 'dies');
    const on = probeOf(dll);
    const transcripts = await run(on, 'returns', 'returns');
    expect(reasonOf(transcripts[1])).to.contain('could not be loaded: the process ended itself with exit status 7');
    expect(on.load?.kind).to.equal('died');
    expect(dll.starts()).to.equal(1);
  });

  it('leaves no journal open when the host does not start', async () => {
    const places = { ...fakeHost(folder()), wine: '/bin/false' };
    const on = probeOf(fakeDll(folder(), 0), { places });
    expect(await rejectionOf(on.start())).to.be.instanceOf(HarnessFault);
    expect(openJournals()).to.deep.equal([]);
  });

  it('counts it as a fault when a child ends before it was told to', async () => {
    const on = probeOf(fakeDll(folder(), 0));
    const [transcript] = await run(on, 'ends afterwards');
    expect(transcript?.steps.map(({ outcome }) => outcome.kind)).to.deep.equal(returned);
    await new Promise((resolve) => {
      setTimeout(resolve, 300);
    });
    await on.close();
    expect(on.faults.map(({ story }) => story)).to.deep.equal(['the process ended itself with exit status 0']);
  });

  it('counts it as a fault when a child does not come to a good end when it was told to', async () => {
    const on = probeOf(fakeDll(folder(), 0));
    await on.run([scriptOf('crashes at exit')], { isLast: true });
    await on.close();
    expect(on.faults.map(({ story }) => story)).to.deep.equal([
      'the process ended itself with exit status 5, when it was told to exit',
    ]);
  });

  it('finds a forged frame also where the work was done before it was read', async () => {
    const on = probeOf(fakeDll(folder(), 0));
    const transcripts = await run(on, 'returns', 'forges a frame at exit', 'returns');
    expect(transcripts.map(outcomes)).to.deep.equal([returned, returned, returned]);
    await on.close();
    expect(on.faults.map(({ story }) => story)).to.deep.equal([
      "the helper forged a message of the harness's own; the process was killed",
    ]);
  });

  it('ends with what was run until then when it is interrupted, and blames nobody for the rest', async () => {
    const interruption = new AbortController();
    const on = probeOf(fakeDll(folder(), 0), { signal: interruption.signal });
    const running = run(on, 'returns', 'hangs', 'returns');
    while (!hostsIn(folder()).hangs) await pause(5);
    interruption.abort();
    const transcripts = await running;
    expect(transcripts.map(outcomes)).to.deep.equal([returned, ['returned', 'unreached', 'unreached'], unreached]);
    const cut = [...(transcripts[1]?.steps.slice(1) ?? []), ...(transcripts[2]?.steps ?? [])];
    for (const { outcome } of cut)
      expect(outcome).to.deep.equal({ kind: 'unreached', why: 'the run was interrupted', givenUp: true });
    expect(on.faults).to.deep.equal([]);
    await on.close();
    expect(await leftAfter(10_000, childProcesses)).to.deep.equal([]);
  });

  it('starts nothing when its time is spent before it begins, and says so', async () => {
    const signal = AbortSignal.abort(new TotalTimeSpent(1500));
    const on = probeOf(fakeDll(folder(), 0), { signal });
    await on.start();
    const transcripts = await run(on, 'returns');
    expect(transcripts.map(outcomes)).to.deep.equal([unreached]);
    expect(reasonOf(transcripts[0])).to.equal('the 1.5 s of the whole run were spent');
    expect(hostsIn(folder()).started).to.equal(0);
    expect(on.load).to.equal(undefined);
  });

  it('goes on in the spare after a death, without another start', async () => {
    const dll = fakeDll(folder(), 0);
    // With one death left there is no use in another spare.
    const on = probeOf(dll, { maxDeaths: 2 });
    await on.start();
    on.keepSpare();
    const transcripts = await run(on, 'dies', 'returns');
    expect(transcripts.map(outcomes)).to.deep.equal([diedInDeed, returned]);
    expect(hostsIn(folder()).started).to.equal(2);
    expect(dll.starts()).to.equal(2);
  });

  it('leaves no spare behind when it is closed before its last scripts', async () => {
    const on = probeOf(fakeDll(folder(), 0));
    await on.start();
    on.keepSpare();
    await on.close();
    expect(await leftAfter(10_000, childProcesses)).to.deep.equal([]);
  });

  it('leaves no spare behind, and counts its end as no fault', async () => {
    const dll = fakeDll(folder(), 0);
    const on = probeOf(dll);
    await on.start();
    on.keepSpare();
    await on.run([scriptOf('returns')], { isLast: true });
    await on.close();
    expect(await leftAfter(10_000, childProcesses)).to.deep.equal([]);
    expect(on.faults).to.deep.equal([]);
    expect(dll.starts()).to.equal(1);
  });

  it('counts no fault when a child comes to its end as it was told to', async () => {
    const on = probeOf(fakeDll(folder(), 0));
    await on.run([scriptOf('returns')], { isLast: true });
    await on.close();
    expect(on.faults).to.deep.equal([]);
  });
});
