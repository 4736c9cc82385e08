/** What a correct helper may do, however it does it, and what is close to it and wrong. */
import { AssertionError, expect } from 'chai';

import { hresults } from '../../harness/catalogue/hresults.js';
import type { Transcript } from '../../harness/record/run-record.js';
import { Evidence } from '../../harness/rule/evidence.js';
import type { Rule } from '../../harness/rule/rule.js';
import { bindScript } from '../../harness/script/draft.js';
import borrowedENotimpl from '../../suites/hands-off-session/borrowed-e-notimpl.js';
import lastReleaseFrees from '../../suites/iunknown/last-release-frees.js';
import deterministic from '../../suites/sequence/deterministic.js';
import { session } from '../engine/transcripts.js';
import { lived } from '../model/correct-helper.js';

const binding = { session: 'offered', profile: 'Outlook', profileCanBeTold: true, apartment: 'sta' } as const;

type Change = (transcript: Transcript, script: string) => Transcript;

/** Whether the rule has anything against a borrowing helper whose transcripts are changed so. */
function accuses(rule: Rule, change: Change): boolean {
  const of = (name: string): Evidence => {
    const draft = rule.scripts.get(name);
    if (draft === undefined) throw new Error(`no script ${name}`);
    const transcript = change(lived('borrowed', bindScript(draft, binding)), name);
    return new Evidence(transcript, { profileIsKnown: true, machine: 'x64' }, () => undefined);
  };
  try {
    // The rules here look at their own scripts alone.
    Reflect.apply(rule.verify, rule, [of]);
    return false;
  } catch (error) {
    if (!(error instanceof AssertionError)) throw error;
    return true;
  }
}

/** A logon of the helper's, beside the session that it hands out. */
const loggedOn =
  (references: number): Change =>
  ({ script, steps }) => ({
    script,
    steps: steps.map((step) => ({
      ...step,
      provider: step.provider && {
        ...step.provider,
        sessions: [...step.provider.sessions, session({ id: 9, origin: 'logon', references })],
      },
    })),
  });

const renamed =
  (pointer: string, of: string): Change =>
  (transcript, name) => ({
    ...transcript,
    steps: transcript.steps.map((step) => {
      const { outcome } = step;
      if (name !== of || outcome.kind !== 'returned' || outcome.out?.pointer.startsWith('p') !== true) return step;
      return { ...step, outcome: { ...outcome, out: { ...outcome.out, pointer } } };
    }),
  });

describe('iunknown/last-release-frees', () => {
  it('lets a helper log on for a moment, and finds a logon that it keeps', () => {
    expect(accuses(lastReleaseFrees, (transcript) => transcript)).to.equal(false);
    expect(accuses(lastReleaseFrees, loggedOn(0))).to.equal(false);
    expect(accuses(lastReleaseFrees, loggedOn(1))).to.equal(true);
  });
});

describe('hands-off-session/borrowed-e-notimpl', () => {
  const answering = (hresult: number, at: number, diesAt: number): Change => {
    const change: Change = ({ script, steps }) => ({
      script,
      steps: steps.map((step, place) => {
        const calls = script.steps.slice(0, place + 1).filter((each) => each.do === 'handsOffSession').length;
        const isCall = script.steps[place]?.do === 'handsOffSession';
        if (calls >= diesAt) return { ...step, outcome: { kind: 'unreached', why: 'the process had ended' } };
        return isCall && calls === at ? { ...step, outcome: { kind: 'returned', hresult } } : step;
      }),
    });
    return change;
  };

  it('fails by one wrong answer, also where the process ended before the others could come', () => {
    expect(accuses(borrowedENotimpl, answering(hresults.E_NOTIMPL, 1, 9))).to.equal(false);
    for (const at of [1, 2, 3, 4]) expect(accuses(borrowedENotimpl, answering(0, at, 9)), String(at)).to.equal(true);
    expect(accuses(borrowedENotimpl, answering(0, 1, 2))).to.equal(true);
    expect(() => accuses(borrowedENotimpl, answering(hresults.E_NOTIMPL, 1, 2))).to.throw('the process had ended');
  });
});

describe('sequence/deterministic', () => {
  it('does not mind where objects lie, only what comes out', () => {
    expect(accuses(deterministic, renamed('p7', 'again'))).to.equal(false);
    expect(accuses(deterministic, renamed('null', 'again'))).to.equal(true);
  });
});
