import { expect } from 'chai';

import type { Case } from '../../harness/engine/judgement.js';
import { judgeRules } from '../../harness/engine/run-mocha.js';
import { remedyOfDeath } from '../../harness/record/remedy-of-death.js';
import type { Transcript, Verdict } from '../../harness/record/run-record.js';
import type { Fault, Outcome } from '../../harness/record/transcript.js';
import { rule } from '../../harness/rule/rule.js';
import { scriptKey } from '../../harness/script/draft.js';
import { rules } from '../../suites/index.js';
import { accessViolation as fault, look, nothing, transcript } from './transcripts.js';

describe('a death', () => {
  it('between two scripts is no pass', async () => {
    const noCrash = rules.filter(({ id }) => id === 'abi/no-crash');
    const lived = transcript([look('late'), { kind: 'returned' }]);
    const died = transcript([look('late'), { kind: 'died', fault }]);
    const verdict = async (seen: Transcript, faults: Fault[]): Promise<Verdict | undefined> => {
      const theCase = { ...nothing, faults, transcripts: new Map([[scriptKey(seen.script), seen]]) };
      return (await judgeRules(noCrash, theCase))[0]?.verdict;
    };
    expect(await verdict(lived, [])).to.equal('pass');
    expect(await verdict(lived, [fault])).to.equal('fail');
    expect(await verdict(lived, [{ ...fault, kind: 'exit' }])).to.equal('pass');
    expect(await verdict(died, [fault])).to.equal('fail');
  });

  it('on a walk is left to it, until a replay shows the call', async () => {
    const noCrash = rules.filter(({ id }) => id === 'abi/no-crash');
    const walking = { ...fault, walking: true } as const;
    const lived = transcript([look('late'), { kind: 'returned' }]);
    const died: Outcome = { kind: 'died', fault };
    const verdict = async (again: Outcome, ...faults: Fault[]): Promise<Verdict | undefined> => {
      const replay = { sequence: 'h', failLogons: 0, transcript: transcript([look('late'), again]) };
      const theCase: Case = {
        ...nothing,
        faults,
        transcripts: new Map([[scriptKey(lived.script), lived]]),
        explored: { explorations: [], replays: [replay], session: 'withheld' },
      };
      return (await judgeRules(noCrash, theCase))[0]?.verdict;
    };
    expect(await verdict({ kind: 'returned' }, walking)).to.equal('pass');
    expect(await verdict({ kind: 'returned' }, walking, fault)).to.equal('fail');
    expect(await verdict(died, walking, fault)).to.equal('fail');
  });

  it('in a call has a debugger for advice before its own, unless the rule is about just that', async () => {
    const seen = transcript([look('call'), { kind: 'died', fault }]);
    const remedyOf = async (hazardous: boolean): Promise<string | undefined> => {
      const script = { ...seen.script, hazardous };
      const steps = script.steps.flatMap((step) => (step.do === 'create' ? [] : [step]));
      const draft = { ...script, steps };
      const [check] = await judgeRules(
        [
          rule({
            id: 'placeholder1/e-notimpl',
            needs: [],
            howToFix: 'Return E_NOTIMPL.',
            scripts: { draft },
            verify: (of) => {
              of('draft').answerOrFail('call');
            },
          }),
        ],
        {
          ...nothing,
          bound: new Map([[draft, script]]),
          transcripts: new Map([[scriptKey(script), { ...seen, script }]]),
        },
      );
      expect(check?.verdict).to.equal('fail');
      return check?.howToFix;
    };
    expect(await remedyOf(false)).to.equal(`${remedyOfDeath} Return E_NOTIMPL.`);
    expect(await remedyOf(true)).to.equal('Return E_NOTIMPL.');
  });
});
