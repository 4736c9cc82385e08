import { AssertionError, expect } from 'chai';

import { hresults } from '../../harness/catalogue/hresults.js';
import type { Outcome, ProviderCounters } from '../../harness/record/transcript.js';
import { Evidence } from '../../harness/rule/evidence.js';
import { isOnlyRecommended, OtherVerdict } from '../../harness/rule/verdict.js';
import { bindScript } from '../../harness/script/draft.js';
import { draftOf, judge } from '../../harness/sequence/rule-of.js';
import { accessViolation, provider, session } from '../engine/transcripts.js';
import { lived } from '../model/correct-helper.js';
import { read } from './problem-of.js';

const binding = { session: 'withheld', profile: 'Outlook', profileCanBeTold: true, apartment: 'sta' } as const;

/** What the sequence says when one of its steps brings that, and the last step that it shows. */
function verdictOf(text: string, place: number, outcome: Outcome, counters?: ProviderCounters): string {
  const sequence = read(`name: a\n${text}`);
  const transcript = lived('own', bindScript(draftOf(sequence), binding));
  const steps = transcript.steps.map((step, at) =>
    at === place ? { ...step, outcome, provider: counters ?? step.provider } : step,
  );
  let shown = -1;
  const evidence = new Evidence({ ...transcript, steps }, { profileIsKnown: true, machine: 'x64' }, ({ step }) => {
    shown = step;
  });
  try {
    judge(sequence, evidence, 'own');
    return 'pass';
  } catch (error) {
    if (error instanceof OtherVerdict) return error.verdict;
    if (!(error instanceof AssertionError)) throw error;
    return `${isOnlyRecommended(error) ? 'warning' : 'fail'} at ${String(shown)}: ${error.message}`;
  }
}

const steps = (...expected: string[]): string => `steps: [open, ${expected.join(', ')}, close]`;
const get = (expected: string): string => `{ do: getMapiSession, as: session, expect: ${expected} }`;
const given = (pointer: string, id: number | null, hresult = 0): Outcome => ({
  kind: 'returned',
  hresult,
  out: { pointer, session: id },
});
const named = (text: string): Outcome => ({
  kind: 'returned',
  hresult: 0,
  pcch: { before: 256, after: text.length + 1 },
  buffer: {
    image: Array.from(`${text}\0`, (unit) => unit.charCodeAt(0).toString(16).padStart(4, '0')).join(''),
    changed: [0, text.length],
    changedBefore: 0,
    changedBehind: 0,
  },
});

describe('what a sequence expects', () => {
  const cases: [what: string, text: string, place: number, met: Outcome, missed: Outcome, told: string][] = [
    [
      'an HRESULT',
      steps('{ do: handsOffSession, expect: S_OK }'),
      2,
      { kind: 'returned', hresult: 0 },
      { kind: 'returned', hresult: 1 },
      'HandsOffSession: expected S_OK (0x00000000), got S_FALSE (0x00000001)',
    ],
    [
      'one of several',
      steps('{ do: handsOffSession, expect: [S_OK, E_NOTIMPL] }'),
      2,
      { kind: 'returned', hresult: hresults.E_NOTIMPL },
      { kind: 'returned', hresult: hresults.E_FAIL },
      'HandsOffSession: expected S_OK (0x00000000) or E_NOTIMPL (0x80004001), got E_FAIL (0x80004005)',
    ],
    [
      'NULL',
      steps(get('{ out: null }')),
      2,
      given('null', null, hresults.E_FAIL),
      given('untouched', null, hresults.E_FAIL),
      'the out-pointer of GetMapiSession: expected NULL, got the pointer untouched',
    ],
    [
      'a session',
      steps(get('{ out: session }')),
      2,
      given('p3', 1),
      given('p3', null),
      'the out-pointer of GetMapiSession: expected a session, got a pointer',
    ],
    [
      'any pointer',
      steps(get('{ out: pointer }')),
      2,
      given('p3', null),
      given('null', null),
      'the out-pointer of GetMapiSession: expected a pointer, got NULL',
    ],
    [
      'the same pointer',
      steps(get('S_OK'), '{ do: getMapiSession, as: second, expect: { same: session } }'),
      3,
      given('p2', 1),
      given('p3', 1),
      'the out-pointer of GetMapiSession: expected the same as session, got another one',
    ],
    [
      'another pointer',
      steps(get('S_OK'), '{ do: getMapiSession, as: second, expect: { different: session } }'),
      3,
      given('p3', 1),
      given('p2', 1),
      'the out-pointer of GetMapiSession: expected another one than session, got the same',
    ],
    [
      'a text',
      steps('{ do: getIdentity, expect: { identity: "My {profile}" } }'),
      2,
      named('My Outlook'),
      named('Outlook'),
      'the text of GetIdentity: expected "My Outlook", got "Outlook"',
    ],
    [
      'a size',
      steps('{ do: getIdentity, expect: { size: 8 } }'),
      2,
      named('Outlook'),
      named('Outloo'),
      '*pcch after GetIdentity: expected 8, got 7',
    ],
    [
      'a count',
      steps('{ do: addRef, expect: { count: 3 } }'),
      2,
      { kind: 'returned', count: 3 },
      { kind: 'returned', count: 2 },
      'the count of IUnknown::AddRef: expected 3, got 2',
    ],
    [
      'what the documents say of the call alone',
      steps('{ do: getMapiSession, out: null, expect: documented }'),
      2,
      { kind: 'returned', hresult: hresults.E_POINTER },
      { kind: 'returned', hresult: 0 },
      'GetMapiSession: expected E_INVALIDARG (0x80070057) or E_POINTER (0x80004003), got S_OK (0x00000000) (get-mapi-session/null-out)',
    ],
  ];
  for (const [what, text, place, met, missed, told] of cases)
    it(`is ${what}`, () => {
      expect(verdictOf(text, place, met)).to.equal('pass');
      expect(verdictOf(text, place, missed)).to.equal(`fail at ${String(place)}: ${told}`);
    });

  it('is so many references, to one session or to all', () => {
    const answer = given('p2', 1);
    const withReferences = (references: number): ProviderCounters =>
      provider(session({ id: 1, references }), session({ id: 2, origin: 'offered', references: 1 }));
    for (const expected of ['{ references: { session: 2 } }', '{ references: 2 }']) {
      expect(verdictOf(steps(get(expected)), 2, answer, withReferences(2))).to.equal('pass');
      expect(verdictOf(steps(get(expected)), 2, answer, withReferences(3))).to.match(
        /^fail at 2: references to .*: expected 2, got 3$/,
      );
    }
  });

  it('is always that the call comes back', () => {
    const text = steps('handsOffSession');
    expect(verdictOf(text, 2, { kind: 'returned', hresult: 5 })).to.equal('pass');
    expect(verdictOf(text, 2, { kind: 'threw', code: 0xe0001234 })).to.equal(
      'fail at 2: HandsOffSession: expected the call comes back, got exception 0xE0001234 left the method',
    );
    expect(verdictOf(text, 2, { kind: 'died', fault: accessViolation })).to.equal(
      'fail at 2: HandsOffSession: expected the call comes back, got the process ended: access violation',
    );
  });

  it('is open where the step was not reached', () => {
    const outcome: Outcome = { kind: 'unreached', why: 'no helper' };
    expect(verdictOf(steps('{ do: handsOffSession, expect: S_OK }'), 2, outcome)).to.equal('inconclusive');
    expect(verdictOf(steps('handsOffSession'), 2, outcome)).to.equal('pass');
  });

  it('is no more than the check of the same statement wants: what that tolerates is warned of', () => {
    const nullPpv = steps('{ do: query, out: null, expect: documented }');
    const told = (hresult: number): string => verdictOf(nullPpv, 2, { kind: 'returned', hresult });
    expect(told(hresults.E_POINTER)).to.equal('pass');
    expect(told(hresults.E_INVALIDARG)).to.match(/^warning at 2: .*\(iunknown\/null-ppv\)$/);
    expect(told(hresults.E_FAIL)).to.match(/^fail at 2: /);
    const nullOut = steps('{ do: getMapiSession, out: null, expect: documented }');
    expect(verdictOf(nullOut, 2, { kind: 'returned', hresult: hresults.E_FAIL })).to.match(
      /^warning at 2: .*\(get-mapi-session\/null-out\)$/,
    );
  });

  it('is what the documents say, which only warns where they only recommend', () => {
    const text = `expect: documented\n${steps('handsOffSession')}`;
    expect(verdictOf(text, 2, { kind: 'returned', hresult: 0 })).to.equal('pass');
    expect(verdictOf(text, 2, { kind: 'returned', hresult: hresults.E_UNEXPECTED })).to.match(
      /^warning at 2: .*\(hands-off-session\/before-get\)$/,
    );
  });
});
