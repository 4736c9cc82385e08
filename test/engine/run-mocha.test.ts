import { expect } from 'chai';

import { judgeRules } from '../../harness/engine/run-mocha.js';
import type { Verdict } from '../../harness/record/run-record.js';
import { rule, type Rule } from '../../harness/rule/rule.js';
import { inconclusive, notApplicable, warning } from '../../harness/rule/verdict.js';
import { scriptKey } from '../../harness/script/draft.js';
import { look, nothing, transcript } from './transcripts.js';
import { rules } from '../../suites/index.js';

function ruleThat(verify: () => void, extra: Partial<Parameters<typeof rule>[0]> = {}): Rule {
  return rule({ id: 'placeholder1/e-notimpl', needs: [], howToFix: '', scripts: {}, ...extra, verify });
}

async function verdictsOf(...judged: Rule[]): Promise<Verdict[]> {
  return (await judgeRules(judged, nothing)).map(({ verdict }) => verdict);
}

describe('judgeRules', () => {
  it('knows all five verdicts', async () => {
    expect(await verdictsOf(ruleThat(() => undefined))).to.deep.equal(['pass']);
    expect(
      await verdictsOf(
        ruleThat(() => {
          expect(1).to.equal(2);
        }),
      ),
    ).to.deep.equal(['fail']);
    expect(await verdictsOf(ruleThat(() => inconclusive('why')))).to.deep.equal(['inconclusive']);
    expect(await verdictsOf(ruleThat(() => notApplicable('why')))).to.deep.equal(['not-applicable']);
    expect(await verdictsOf(ruleThat(() => warning('why')))).to.deep.equal(['warning']);
  });

  it('gives expected, actual and reason of a failure', async () => {
    const [check] = await judgeRules(
      [
        ruleThat(() => {
          expect('S_OK', 'the code').to.equal('E_FAIL');
        }),
      ],
      nothing,
    );
    expect(check).to.include({ expected: 'E_FAIL', actual: 'S_OK' });
    expect(check?.reason).to.contain('the code');
  });

  it('says first what is expected, and writes 0 as people do', async () => {
    const [check] = await judgeRules(
      [
        ruleThat(() => {
          expect(1, 'references at helper.dll+0x10').to.equal(0);
        }),
      ],
      nothing,
    );
    expect(check?.reason).to.equal('references at helper.dll+0x10: expected 0, got 1');
    const [word] = await judgeRules(
      [
        ruleThat(() => {
          expect('untouched', '*ppmsess').to.equal('null');
        }),
      ],
      nothing,
    );
    expect(word?.reason).to.equal("*ppmsess: expected 'null', got 'untouched'");
  });

  it('throws what is no verdict: a bug in a rule is never held against a helper', async () => {
    const judged = judgeRules(
      [
        ruleThat(() => {
          throw new TypeError('a bug');
        }),
      ],
      nothing,
    );
    const outcome = await judged.then(() => 'judged', String);
    expect(outcome).to.equal('TypeError: a bug');
  });

  it('leaves a rule open when one that it needs has failed, whichever comes first in the documents', async () => {
    const needed = ruleThat(
      () => {
        expect(1).to.equal(2);
      },
      { id: 'interface/iid' },
    );
    const needing = ruleThat(() => undefined, { needs: ['interface/iid'] });
    expect(await verdictsOf(needed, needing)).to.deep.equal(['fail', 'inconclusive']);
    expect(await verdictsOf(needing, needed)).to.deep.equal(['inconclusive', 'fail']);
  });

  it('shows the steps of a finding up to the last that the rule looked at, also when it looked back to compare', async () => {
    const seen = transcript(
      [look('early'), { kind: 'returned' }],
      [look('late'), { kind: 'returned' }],
      [look('unseen'), { kind: 'returned' }],
    );
    const draft = { ...seen.script, steps: seen.script.steps.flatMap((step) => (step.do === 'create' ? [] : [step])) };
    const comparing = rule({
      id: 'placeholder1/e-notimpl',
      needs: [],
      howToFix: '',
      scripts: { seen: draft },
      verify: (of) => {
        of('seen').answer('late');
        of('seen').answer('early');
        expect(1).to.equal(2);
      },
    });
    const [check] = await judgeRules([comparing], {
      ...nothing,
      bound: new Map([[draft, seen.script]]),
      transcripts: new Map([[scriptKey(seen.script), seen]]),
    });
    expect(check?.steps).to.have.length(2);
  });

  it('does not apply a rule about own sessions to a borrowed one', async () => {
    expect(await verdictsOf(ruleThat(() => undefined, { appliesTo: 'own' }))).to.deep.equal(['not-applicable']);
  });

  it('accounts for every rule when there is no transcript at all, and calls none of them a pass', async () => {
    const checks = await judgeRules(rules, nothing);
    expect(checks.map(({ id }) => id)).to.deep.equal(rules.map(({ id }) => id));
    const passed = checks.filter(({ verdict }) => verdict === 'pass').map(({ id }) => id);
    // These two judge the file and its loading, which need no transcript.
    expect(passed).to.deep.equal(['mapi/not-in-dllmain', 'server/bitness']);
    expect(checks.filter(({ verdict }) => verdict === 'fail')).to.deep.equal([]);
  });

  it('fails a DLL for another machine, which no mutant shows: one is refused before it is judged', async () => {
    const checks = await judgeRules(rules, { ...nothing, facts: { ...nothing.facts, machine: 'x86' } });
    expect(checks.filter(({ verdict }) => verdict === 'fail').map(({ id }) => id)).to.deep.equal(['server/bitness']);
  });

  it('calls nothing a pass of which a part was given up, and what was seen to be wrong a failure', async () => {
    const cut = transcript(
      [look('early'), { kind: 'returned' }],
      [look('late'), { kind: 'unreached', why: 'the run was interrupted', givenUp: true }],
    );
    const draft = { ...cut.script, steps: cut.script.steps.flatMap((step) => (step.do === 'create' ? [] : [step])) };
    const of = (verify: () => void, scripts: Record<string, typeof draft>): Rule =>
      rule({ id: 'placeholder1/e-notimpl', needs: [], howToFix: '', scripts, verify });
    const all = rule({
      id: 'abi/hresult-form',
      needs: [],
      ofEveryCall: true,
      howToFix: '',
      scripts: {},
      verify: (_of, run) => {
        expect([...run.happenings()]).not.to.deep.equal([]);
      },
    });
    const judged = async (each: Rule): Promise<unknown> => {
      const [check] = await judgeRules([each], {
        ...nothing,
        bound: new Map([[draft, cut.script]]),
        transcripts: new Map([[scriptKey(cut.script), cut]]),
      });
      return [check?.verdict, check?.reason];
    };
    const open = ['inconclusive', 'the run was interrupted'];
    expect(await judged(of(() => undefined, { cut: draft }))).to.deep.equal(open);
    expect(await judged(of(() => notApplicable('it was not reached'), { cut: draft }))).to.deep.equal(open);
    expect(await judged(all)).to.deep.equal(open);
    expect(
      await judged(
        of(
          () => {
            expect.fail('seen before');
          },
          { cut: draft },
        ),
      ),
    ).to.deep.equal(['fail', 'seen before']);
    expect(await judged(of(() => undefined, {}))).to.deep.equal(['pass', null]);
  });

  it('counts 300 failures as 300: Mocha’s own exit status would read 256 as none', async () => {
    const many = Array.from({ length: 300 }, () =>
      ruleThat(() => {
        expect(1).to.equal(2);
      }),
    );
    const verdicts = await verdictsOf(...many);
    expect(verdicts.filter((verdict) => verdict === 'fail')).to.have.length(300);
  });
});
