import { expect } from 'chai';

import type { Outcome, ProviderCounters } from '../../../harness/record/transcript.js';
import type { Step } from '../../../harness/script/step.js';
import { lifeIn, type Life } from '../../../reports/html/session-life.js';
import { provider, session, transcript } from '../../engine/transcripts.js';

const on = 'helper';
const create: Step = { do: 'create', as: 'unknown', session: 'withheld' };
const get: Step = { do: 'getMapiSession', on, out: 'memory', as: 'session' };
const handsOff: Step = { do: 'handsOffSession', on };
const release = (name: string): Step => ({ do: 'release', on: name });
const ok: Outcome = { kind: 'returned', hresult: 0 };
const made: Outcome = { ...ok, out: { pointer: 'p1', session: null } };
const given: Outcome = { ...ok, out: { pointer: 'p2', session: 1 } };
const held = (references: number, more = {}): ProviderCounters => provider(session({ references, ...more }));

function told(life: Life | null): string[] {
  return (life?.moments ?? []).map(({ holdings }) =>
    holdings.map(({ client, helper, isDue }) => `${String(client)}/${String(helper)}${isDue ? ' due' : ''}`).join(' '),
  );
}

describe('a session’s life', () => {
  it('tells who holds what, and where the helper has to hold nothing', () => {
    const life = lifeIn(
      transcript(
        [create, made],
        [get, given, held(2)],
        [release('session'), ok, held(1)],
        [handsOff, ok, held(0)],
        [release('unknown'), ok, held(0)],
      ),
    );
    expect(told(life)).to.deep.equal(['', '1/1', '0/1', '0/0 due', '0/0 due']);
    expect(life?.end).to.equal('good');
  });

  it('is bad when something is left, released too often, or the process ended', () => {
    const kept = transcript([create, made], [get, given, held(2)], [handsOff, ok, held(2)]);
    expect(told(lifeIn(kept))).to.deep.equal(['', '1/1', '1/1 due']);
    expect(lifeIn(kept)?.end).to.equal('bad');
    const over = transcript([create, made], [get, given, held(2)], [handsOff, ok, held(1, { overReleases: 1 })]);
    expect(lifeIn(over)?.end).to.equal('bad');
    const fault = { kind: 'ended', story: '', exitStatus: 3, signal: null, exception: null, stderr: '' } as const;
    const died = transcript([create, made], [get, given, held(2)], [handsOff, { kind: 'died', fault }, held(1)]);
    expect(lifeIn(died)?.end).to.equal('bad');
  });

  it('leaves the client the session that it offered', () => {
    const offered = { origin: 'offered' } as const;
    const life = lifeIn(
      transcript(
        [{ ...create, session: 'offered' }, made, held(2, offered)],
        [get, given, held(3, offered)],
        [handsOff, { kind: 'returned', hresult: 0x80004001 }, held(3, offered)],
        [release('session'), ok, held(2, offered)],
        [release('unknown'), ok, held(1, offered)],
      ),
    );
    expect(told(life)).to.deep.equal(['1/1', '2/1', '2/1', '1/1', '1/0 due']);
    expect(life?.end).to.equal('good');
  });

  it('asks nothing of HandsOffSession while an object of the helper’s making stands before the session', () => {
    const wrapped: Outcome = { ...ok, out: { pointer: 'p2', session: null } };
    const life = lifeIn(
      transcript(
        [create, made],
        [get, wrapped, held(1)],
        [handsOff, ok, held(1)],
        [release('session'), ok, held(0)],
        [release('unknown'), ok, held(0)],
      ),
    );
    expect(told(life)).to.deep.equal(['', '0/1', '0/1', '0/0', '0/0 due']);
    expect([life?.isWrapped, life?.end]).to.deep.equal([true, 'good']);
  });

  it('is only told of scripts that are about a session', () => {
    expect(lifeIn(transcript([create, made], [release('unknown'), ok]))).to.equal(null);
    expect(lifeIn(transcript([create, made], [get, { ...ok, hresult: 0x80004005 }]))).to.equal(null);
  });
});
