import { expect } from 'chai';

import { behaviourIn } from '../../harness/rule/behaviour.js';
import type { Step } from '../../harness/script/step.js';
import { provider, session, transcript } from '../engine/transcripts.js';

const get: Step = { do: 'getMapiSession', on: 'helper', out: 'memory', as: 'session' };

function given(out: { pointer: string; session: number | null }): {
  kind: 'returned';
  hresult: number;
  out: typeof out;
} {
  return { kind: 'returned', hresult: 0, out };
}

describe('behaviourIn', () => {
  it('calls a session from a logon the helper’s own, and an offered one borrowed', () => {
    const from = (origin: 'logon' | 'offered'): unknown =>
      behaviourIn(transcript([get, given({ pointer: 'p1', session: 1 }), provider(session({ origin }))]));
    expect(from('logon')).to.equal('own');
    expect(from('offered')).to.equal('borrowed');
  });

  it('does not let a logon on the side make a borrowed session the helper’s own', () => {
    const sessions = provider(session({ id: 1, origin: 'offered' }), session({ id: 2, origin: 'logon' }));
    expect(behaviourIn(transcript([get, given({ pointer: 'p1', session: 1 }), sessions]))).to.equal('borrowed');
  });

  it('sees through an object around a session that the helper logged on to', () => {
    const wrapped = transcript([get, given({ pointer: 'p1', session: null }), provider(session({ origin: 'logon' }))]);
    expect(behaviourIn(wrapped)).to.equal('own');
  });

  it('does not guess when nothing was handed out', () => {
    expect(
      behaviourIn(
        transcript([get, { kind: 'returned', hresult: 0x80004005, out: { pointer: 'null', session: null } }]),
      ),
    ).to.equal(undefined);
  });
});
