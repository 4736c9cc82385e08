import type { Evidence } from '../../harness/rule/evidence.js';
import { expect } from '../../harness/rule/hresult-assertion.js';
import { rule } from '../../harness/rule/rule.js';
import { observe, script } from '../../harness/script/build.js';
import { survey } from '../../harness/script/survey.js';

/** What came back from each step of the survey; the time that it took is not part of it. */
function answers(evidence: Evidence): unknown[] {
  return evidence.transcript.steps.slice(0, survey.steps.length).map(({ outcome }) => outcome);
}

export default rule({
  id: 'sequence/deterministic',
  howToFix: 'Let no answer depend on what other helpers did before, on the clock, or on memory that was never set.',
  scripts: {
    survey,
    again: script('the ordinary life of another helper', [...survey.steps], observe()),
  },
  verify: (of) => {
    of('survey').answer('get');
    of('again').answer('get');
    expect(answers(of('again')), 'what came back, step by step').to.deep.equal(answers(of('survey')));
  },
});
