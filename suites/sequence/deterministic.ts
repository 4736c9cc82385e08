import type { Returned } from '../../harness/record/transcript.js';
import type { Evidence } from '../../harness/rule/evidence.js';
import { expect } from '../../harness/rule/hresult-assertion.js';
import { rule } from '../../harness/rule/rule.js';
import {
  as,
  close,
  getIdentity,
  getMapiSession,
  handsOffSession,
  observe,
  open,
  release,
  script,
} from '../../harness/script/build.js';
import { textIn } from '../scripts/names.js';

/** With calls whose answer the documents leave open: a helper may choose one, but not a new one each time. */
const life = [
  ...open(),
  getIdentity(3),
  getIdentity(256),
  as('get', getMapiSession('first')),
  release('first'),
  handsOffSession(),
  getMapiSession('second'),
  release('second'),
  handsOffSession(),
  ...close(),
];

/** Which pointer it is does not count: what is freed and made anew may lie where it lay before, or elsewhere. */
function pointed({ pointer, session }: NonNullable<Returned['out']>): Returned['out'] {
  return { pointer: pointer.startsWith('p') ? 'p1' : pointer, session };
}

/**
 * What a caller goes by of each answer. Counts are for tests only, and a helper may keep a reference that it did not keep
 * before; behind a name's terminator anything may lie.
 */
function answers(evidence: Evidence): unknown[] {
  return evidence.transcript.steps.slice(0, life.length).map(({ outcome }) => {
    if (outcome.kind !== 'returned') return outcome;
    const { hresult, out, pcch, buffer } = outcome;
    return {
      hresult,
      out: out === undefined ? null : pointed(out),
      pcch,
      name: hresult === 0 && buffer ? textIn(buffer.image) : null,
    };
  });
}

export default rule({
  id: 'sequence/deterministic',
  howToFix: 'Let no answer depend on what other helpers did before, on the clock, or on memory that was never set.',
  scripts: {
    once: script('two lives of a session in one of a helper', life),
    again: script('the same with another helper', life, observe()),
  },
  verify: (of) => {
    of('once').answer('get');
    of('again').answer('get');
    expect(answers(of('again')), 'what came back, step by step').to.deep.equal(answers(of('once')));
  },
});
