import { expect } from 'chai';
import fc from 'fast-check';

import { observedOf } from '../../harness/model/observed.js';
import { letters } from '../../harness/record/exploration.js';
import type { Binding } from '../../harness/script/draft.js';
import { sequenceScript } from '../../harness/script/spelled.js';
import type { Script, Step } from '../../harness/script/step.js';
import { firstViolation } from '../../harness/sequence/documented.js';
import { lived } from './correct-helper.js';

const profile = 'Outlook';
const sequences = fc.array(fc.constantFrom(...letters), { maxLength: 12 }).map((all) => all.join(''));
const behaviours = fc.constantFrom('own', 'borrowed');

function spelled(sequence: string, behaviour: 'own' | 'borrowed'): Script {
  const session: Binding['session'] = behaviour === 'own' ? 'withheld' : 'offered';
  return sequenceScript(sequence, { session, profile, profileCanBeTold: true, apartment: 'sta' });
}

/**
 * Without releases of nothing, and without turning to a helper that is not called then; but with the sessions that are
 * released at the end.
 */
function done(sequence: string): string {
  let held = 0;
  let all = '';
  let [active, wanted, isCreated] = [0, 0, false];
  for (const letter of sequence) {
    if (letter === '2') {
      wanted = 1 - wanted;
      if (!isCreated) {
        all += '2';
        active = 1;
      }
      isCreated = true;
    } else if (letter === 'n' || letter === 'o') {
      // One that is left is the newest.
      if (held > 0) all += held === 1 ? 'n' : letter;
      held = Math.max(0, held - 1);
    } else {
      if (wanted !== active) all += '2';
      active = wanted;
      if (letter === 'g') held += 1;
      all += letter;
    }
  }
  return all + 'n'.repeat(held);
}

describe('observedOf', () => {
  it('reads from the script of a sequence the sequence, and from its transcript the end', () => {
    fc.assert(
      fc.property(sequences, behaviours, (sequence, behaviour) => {
        const observed = observedOf(lived(behaviour, spelled(sequence, behaviour)), profile);
        expect(observed.letters).to.equal(done(sequence));
        expect(observed.observations).to.have.length(observed.letters.length);
        expect(observed.end).to.deep.include({ kind: 'returned', overReleases: 0, initialized: 0 });
      }),
    );
  });

  it('gives the model nothing to find fault with in what a correct helper does', () => {
    fc.assert(
      fc.property(sequences, behaviours, (sequence, behaviour) => {
        const transcript = lived(behaviour, spelled(sequence, behaviour));
        expect(firstViolation(transcript, behaviour, profile)).to.equal(undefined);
      }),
    );
  });

  it('gives it the mistake in the step in which it is made', () => {
    const stepOf = (sequence: string, mistakes: Parameters<typeof lived>[2]): [string, string] | undefined => {
      const script = spelled(sequence, 'own');
      const violation = firstViolation(lived('own', script, mistakes), 'own', profile);
      return violation && [violation.statement, script.steps[violation.step]?.do ?? 'the end'];
    };
    expect(stepOf('ignh', { keeps: true })).to.deep.equal(['hands-off-session/own-releases', 'handsOffSession']);
    expect(stepOf('ign', { keeps: true })).to.deep.equal(['session-lifetime/final-release', 'the end']);
    expect(stepOf('pg', { forgetsToCount: true })?.[1]).to.equal('getMapiSession');
    expect(stepOf('ip', { forgetsToCount: true })).to.equal(undefined);
  });

  it('stops where a step is none of the alphabet', () => {
    const script = spelled('gnh', 'own');
    const steps = script.steps.flatMap((step): Step[] =>
      step.do === 'handsOffSession' ? [{ do: 'callSlot', on: 'helper', slot: 3 }, step] : [step],
    );
    const observed = observedOf(lived('own', { ...script, steps }), profile);
    expect([observed.letters, observed.end]).to.deep.equal(['gn', null]);
  });

  it('takes the name for unknown where nobody has told it', () => {
    expect(observedOf(lived('own', spelled('ipsq', 'own'))).letters).to.equal('pq');
  });
});
