import { expect } from 'chai';

import { DeadlyCalls } from '../../harness/probe/deadly-calls.js';
import type { Transcript } from '../../harness/record/run-record.js';
import type { Fault } from '../../harness/record/transcript.js';
import type { Script, Step } from '../../harness/script/step.js';

const get = (label: string): Step => ({ do: 'getMapiSession', label, on: label, out: 'memory', as: label });
const getNull: Step = { do: 'getMapiSession', on: 'helper', out: 'null' };

const scriptOf = (...steps: Step[]): Script => ({
  name: 'by hand',
  profile: 'Outlook',
  hazardous: false,
  apartment: 'sta',
  steps,
});

function deathIn(step: Step, kind: Fault['kind']): Transcript {
  const fault: Fault = { kind, story: '', exitStatus: null, signal: null, exception: null, stderr: '' };
  return {
    script: scriptOf(step),
    steps: [{ outcome: { kind: 'died', fault }, provider: null, events: [], micros: 0 }],
  };
}

describe('DeadlyCalls', () => {
  it('leaves a script out whose call has ended six processes, whatever the object is called', () => {
    const calls = new DeadlyCalls();
    for (const label of ['a', 'b', 'c', 'd', 'e', 'f']) {
      expect(calls.whyLeftOut(scriptOf(get('next')))).to.equal(undefined);
      calls.note(deathIn(get(label), 'ended'));
    }
    expect(calls.whyLeftOut(scriptOf(get('next')))).to.contain('GetMapiSession');
  });

  it('waits for a call that hangs no third time', () => {
    const calls = new DeadlyCalls();
    calls.note(deathIn(get('a'), 'deadline'));
    expect(calls.whyLeftOut(scriptOf(get('b')))).to.equal(undefined);
    calls.note(deathIn(get('b'), 'deadline'));
    expect(calls.whyLeftOut(scriptOf(get('c')))).not.to.equal(undefined);
  });

  it('holds nothing against the same method with other arguments', () => {
    const calls = new DeadlyCalls();
    for (const label of ['a', 'b', 'c', 'd', 'e', 'f']) calls.note(deathIn(get(label), 'ended'));
    expect(calls.whyLeftOut(scriptOf(getNull))).to.equal(undefined);
  });
});
