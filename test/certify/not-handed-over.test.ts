import { expect } from 'chai';

import { NotHandedOver, refuseStaying } from '../../harness/certify/not-handed-over.js';
import type { Transcript } from '../../harness/record/run-record.js';
import type { Outcome } from '../../harness/record/transcript.js';
import type { Apartment } from '../../harness/script/step.js';
import { look, transcript } from '../engine/transcripts.js';

const stayed: Outcome = { kind: 'unreached', why: 'it claims nothing' };

function made(outcome: Outcome, apartment: Apartment = 'second-sta'): Transcript {
  const { script, steps } = transcript(
    [look('before'), { kind: 'returned' }],
    [{ do: 'create', as: 'unknown', session: 'offered' }, outcome],
  );
  return { script: { ...script, apartment }, steps };
}

describe('refuseStaying', () => {
  it('refuses a helper that the bridge could not hand over, with the bridge’s reason', () => {
    expect(() => refuseStaying(made(stayed))).to.throw(NotHandedOver, /^it claims nothing$/);
  });

  it('lets pass whatever else became of the helper: rules will tell', () => {
    const others: readonly Outcome[] = [
      { kind: 'returned', hresult: 0x80004005 },
      { kind: 'threw', code: 0xe06d7363 },
    ];
    for (const outcome of others) expect(() => refuseStaying(made(outcome))).not.to.throw();
    expect(() => refuseStaying(made(stayed, 'sta'))).not.to.throw();
  });

  it('does not take a script that its process did not live to begin for one', () => {
    const { script, steps } = made(stayed);
    const unasked = steps.map((step) => ({ ...step, provider: null }));
    expect(() => refuseStaying({ script, steps: unasked })).not.to.throw();
  });
});
