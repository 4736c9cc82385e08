import { expect } from 'chai';

import { progressOf, transcriptOf } from '../../harness/probe/transcripts.js';
import type { JournalRecord } from '../../harness/record/transcript.js';
import type { Script } from '../../harness/script/step.js';
import { accessViolation as fault } from '../engine/transcripts.js';

const script: Script = {
  name: 'three looks',
  profile: 'p',
  hazardous: false,
  apartment: 'sta',
  steps: [{ do: 'observe' }, { do: 'observe' }, { do: 'observe' }],
};

function result(step: number, index = 7): JournalRecord {
  return {
    record: 'result',
    script: index,
    step,
    outcome: { kind: 'returned' },
    provider: { initializes: 0, uninitializes: 0, logons: 0, failedLogons: 0, sessions: [] },
    events: [],
    micros: 1,
  };
}

const begun: JournalRecord[] = [
  { record: 'script', script: 7 },
  { record: 'step', script: 7, step: 0 },
  result(0),
  { record: 'step', script: 7, step: 1 },
];

describe('transcriptOf', () => {
  it('names the step in which the process died, and leaves those behind it unreached', () => {
    const kinds = transcriptOf(script, begun, fault).steps.map(({ outcome }) => outcome.kind);
    expect(kinds).to.deep.equal(['returned', 'died', 'unreached']);
  });

  it('blames the next step for a death between two', () => {
    const kinds = transcriptOf(script, begun.slice(0, 3), fault).steps.map(({ outcome }) => outcome.kind);
    expect(kinds).to.deep.equal(['returned', 'died', 'unreached']);
  });

  it("has the sessions of the machine's own MAPI, of which there are no counters", () => {
    const sessions = [{ id: 1, origin: 'logon', references: 2, overReleases: 0 }] as const;
    const seen = { ...result(0), provider: null, sessions: [...sessions] };
    const [step] = transcriptOf(script, [seen], undefined).steps;
    expect(step).to.deep.include({ provider: null, sessions });
    expect(transcriptOf(script, begun, undefined).steps[0]).not.to.have.property('sessions');
  });

  it('does not blame a script that had ended', () => {
    const whole: JournalRecord[] = [...begun, result(1), result(2), { record: 'end', script: 7 }];
    const kinds = transcriptOf(script, whole, fault).steps.map(({ outcome }) => outcome.kind);
    expect(kinds).to.deep.equal(['returned', 'returned', 'returned']);
  });
});

describe('progressOf', () => {
  it('grows when a script begins and when it ends, and with nothing else', () => {
    const [started, ...steps] = begun;
    expect(progressOf([])).to.equal(0);
    expect(progressOf(started === undefined ? [] : [started])).to.equal(1);
    expect(progressOf(begun)).to.equal(1);
    expect(steps).not.to.be.empty;
    expect(progressOf([...begun, { record: 'end', script: 7 }])).to.equal(2);
  });
});
