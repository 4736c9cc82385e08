import { expect } from 'chai';

import { recordingOf } from '../../harness/certify/recorded-script.js';
import type { Transcript } from '../../harness/record/run-record.js';
import type { RecordedCall } from '../../harness/record/recording.js';
import type { ProviderEvent, StepTranscript } from '../../harness/record/transcript.js';

const IUnknown = '00000000-0000-0000-c000-000000000046';
const IOlkAccountHelper = '9240a6cb-af41-11d2-8c3b-00104b2a6676';
const IMarshal = '00000003-0000-0000-c000-000000000046';

const call = (method: RecordedCall['method'], more: Partial<RecordedCall> = {}): RecordedCall => ({
  method,
  on: 'p1',
  thread: 1,
  at: 0,
  micros: 1,
  events: [0, 0],
  answer: 0,
  ...more,
});

const event = (kind: ProviderEvent['kind'], session: number | null): ProviderEvent => ({
  kind,
  session,
  answer: 1,
  flags: 0,
  text: '',
});

const step = (recorded: RecordedCall[], events: ProviderEvent[] = []): StepTranscript => ({
  outcome: { kind: 'returned', recorded },
  provider: null,
  events,
  micros: 1,
});

function transcriptOf(...steps: StepTranscript[]): Transcript {
  const observe = { do: 'observe' } as const;
  return {
    script: {
      name: 'drive',
      profile: 'p',
      hazardous: false,
      apartment: 'mta',
      steps: [{ do: 'create', as: 'x', session: 'offered' }, ...steps.slice(1).map(() => observe)],
    },
    steps,
  };
}

const stepsOf = (...recorded: RecordedCall[]): unknown[] =>
  recordingOf(transcriptOf(step([]), step(recorded)), 'harness').script.steps.slice(1, -1);

describe('a recording as a script', () => {
  it('begins by creating the helper as it was created, and ends with a look at the counters', () => {
    const { script } = recordingOf(transcriptOf(step([call('AddRef')]), step([])), 'harness');
    expect(script).to.deep.include({ profile: 'p', apartment: 'mta', hazardous: false });
    expect(script.steps).to.deep.equal([{ do: 'create', as: 'unknown', session: 'offered' }, { do: 'observe' }]);
  });

  it("has what Outlook's account manager did at once, and not what the harness's did", () => {
    const transcript = transcriptOf(step([call('HandsOffSession')]), step([]));
    const { calls, script } = recordingOf(transcript, 'installed');
    expect(calls).to.have.length(1);
    expect(script.steps).to.deep.equal([
      { do: 'create', as: 'client', session: 'offered' },
      { do: 'handsOffSession', on: 'client' },
      { do: 'release', on: 'client' },
      { do: 'observe' },
    ]);
    expect(recordingOf(transcript, 'harness').calls).to.deep.equal([]);
  });

  it('passes the arguments that were passed', () => {
    expect(
      stepsOf(
        call('GetIdentity', { pcch: null, identity: null }),
        call('GetIdentity', { pcch: { before: 12, after: 5 }, identity: '' }),
        call('Placeholder1', { out: null }),
        call('Placeholder1', { out: { pointer: 'p9', session: null } }),
        call('GetMapiSession', { out: null }),
        call('GetMapiSession', { out: { pointer: 'null', session: null } }),
        call('GetMapiSession', { out: { pointer: 'p7', session: null } }),
      ),
    ).to.deep.equal([
      { do: 'getIdentity', on: 'unknown', pcch: 'null', buffer: 'null' },
      { do: 'getIdentity', on: 'unknown', pcch: 12, buffer: 'slack' },
      { do: 'placeholder1', on: 'unknown', argument: 'null' },
      { do: 'placeholder1', on: 'unknown', argument: 'memory' },
      { do: 'getMapiSession', on: 'unknown', out: 'null' },
      { do: 'getMapiSession', on: 'unknown', out: 'memory' },
      { do: 'getMapiSession', on: 'unknown', out: 'memory', as: 'sessionP7' },
    ]);
  });

  it('calls each pointer by the name of what it was asked for', () => {
    expect(
      stepsOf(
        call('QueryInterface', { iid: IOlkAccountHelper, out: { pointer: 'p2', session: null } }),
        call('QueryInterface', { on: 'p2', iid: IMarshal, out: { pointer: 'p3', session: null } }),
        call('QueryInterface', { on: 'p2', iid: IUnknown, out: { pointer: 'p1', session: null } }),
        call('Release', { on: 'p2' }),
        call('Release'),
      ),
    ).to.deep.equal([
      { do: 'query', on: 'unknown', iid: IOlkAccountHelper, out: 'memory', as: 'helper' },
      { do: 'query', on: 'helper', iid: IMarshal, out: 'memory', as: 'other1' },
      { do: 'query', on: 'helper', iid: IUnknown, out: 'memory', as: 'unknown' },
      { do: 'release', on: 'helper' },
      { do: 'release', on: 'unknown' },
    ]);
  });

  it('is hazardous when NULL was passed where a correct caller passes none', () => {
    const hazardous = (recorded: RecordedCall): boolean =>
      recordingOf(transcriptOf(step([]), step([recorded])), 'harness').script.hazardous;
    expect(hazardous(call('GetMapiSession', { out: null }))).to.equal(true);
    expect(hazardous(call('GetIdentity', { pcch: null, identity: null }))).to.equal(true);
    expect(hazardous(call('Placeholder1', { out: null }))).to.equal(false);
    expect(hazardous(call('GetIdentity', { pcch: { before: 0, after: 5 }, identity: null }))).to.equal(false);
  });

  it('lets go of sessions where the caller did, and counts what else it did with MAPI', () => {
    const get = call('GetMapiSession', { out: { pointer: 'p2', session: 4 }, events: [1, 3] });
    const events = [
      // The activation's, and then the helper's within the call.
      event('query', 4),
      event('addRef', 4),
      event('addRef', 4),
      // The caller's.
      event('release', 4),
      event('call', 4),
      event('release', 5),
      // The helper's, and the caller's.
      event('release', 4),
      event('addRef', 4),
    ];
    const recording = recordingOf(
      transcriptOf(
        step([], events.slice(0, 1)),
        step([get, call('HandsOffSession', { events: [6, 7] })], events.slice(1)),
      ),
      'harness',
    );
    expect(recording.script.steps.slice(1, -1)).to.deep.equal([
      { do: 'getMapiSession', on: 'unknown', out: 'memory', as: 'session4' },
      { do: 'release', on: 'session4' },
      { do: 'handsOffSession', on: 'unknown' },
      { do: 'addRef', on: 'session4' },
    ]);
    expect(recording.inexpressible).to.deep.equal([event('call', 4), event('release', 5)]);
  });

  it('goes as far as the process went', () => {
    const died: StepTranscript = {
      ...step([]),
      outcome: {
        kind: 'died',
        fault: { kind: 'ended', story: 's', exitStatus: 1, signal: null, exception: null, stderr: '' },
      },
    };
    expect(recordingOf(transcriptOf(step([]), step([call('AddRef')]), died), 'harness').calls).to.have.length(1);
  });
});
