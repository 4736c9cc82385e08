import { AssertionError, expect } from 'chai';

import { iid } from '../../harness/catalogue/guids.js';
import type { Outcome } from '../../harness/record/transcript.js';
import { Evidence } from '../../harness/rule/evidence.js';
import { OtherVerdict } from '../../harness/rule/verdict.js';
import { accessViolation as fault, look, transcript } from '../engine/transcripts.js';

const evidenceOf = (outcome: Outcome): Evidence =>
  new Evidence(transcript([look('step'), outcome]), { profileIsKnown: false, machine: 'x64' }, () => undefined);

describe('Evidence', () => {
  it('makes a missing answer inconclusive, and never a failure', () => {
    const missing: Outcome[] = [
      { kind: 'died', fault },
      { kind: 'threw', code: 0xe06d7363 },
      { kind: 'unreached', why: 'no helper' },
    ];
    for (const outcome of missing) expect(() => evidenceOf(outcome).answer('step')).to.throw(OtherVerdict);
  });

  it('says by its name in the documents which call gave nothing', () => {
    const told = transcript(
      [
        { do: 'query', on: 'unknown', iid: iid.IOlkAccountHelper, out: 'memory', as: 'helper' },
        { kind: 'returned', hresult: 0x8000_4002, out: { pointer: 'null', session: null } },
      ],
      [
        { do: 'placeholder1', on: 'helper', argument: 'null', label: 'call' },
        { kind: 'unreached', why: 'no helper' },
      ],
    );
    const evidence = new Evidence(told, { profileIsKnown: false, machine: 'x64' }, () => undefined);
    expect(() => evidence.answer('call')).to.throw(
      OtherVerdict,
      'IUnknown::QueryInterface answered E_NOINTERFACE (0x80004002) and gave nothing',
    );
  });

  it('makes death and exception a failure where the rule is about coming back', () => {
    expect(() => evidenceOf({ kind: 'died', fault }).answerOrFail('step')).to.throw(AssertionError, 'access violation');
    expect(() => evidenceOf({ kind: 'threw', code: 0xe06d7363 }).answerOrFail('step')).to.throw(
      AssertionError,
      '0xE06D7363',
    );
    expect(() => evidenceOf({ kind: 'unreached', why: 'no helper' }).answerOrFail('step')).to.throw(OtherVerdict);
  });

  it('does not compare with a profile name that nobody told', () => {
    expect(() => evidenceOf({ kind: 'returned' }).profileName()).to.throw(OtherVerdict, '--profile');
  });

  it('takes a label that no step has for a fault of the rule', () => {
    expect(() => evidenceOf({ kind: 'returned' }).answer('stap')).to.throw(Error, 'no step labelled stap');
  });
});
