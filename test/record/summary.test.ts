import { expect } from 'chai';

import { summarise } from '../../harness/record/summary.js';
import { verdicts, type Check, type Verdict } from '../../harness/record/run-record.js';

const check = (verdict: Verdict): Check => ({
  id: 'a/b',
  level: 'must',
  verdict,
  title: '',
  requirement: '',
  source: { repository: '', commit: null, page: '', heading: '' },
  reason: null,
  expected: null,
  actual: null,
  steps: [],
  howToFix: '',
});

const verdictOf = (...all: Verdict[]): string => summarise(all.map(check), null).verdict;

describe('summarise', () => {
  it('lets failure outrank incompleteness', () => {
    expect(verdictOf('pass', 'inconclusive', 'fail')).to.equal('nonconformant');
    expect(verdictOf('pass', 'inconclusive')).to.equal('incomplete');
    expect(verdictOf('pass', 'warning', 'not-applicable')).to.equal('conformant');
  });

  it('never calls it conformant when nothing was judged', () => {
    expect(verdictOf()).to.equal('incomplete');
    expect(verdictOf('not-applicable')).to.equal('incomplete');
  });

  it('never calls it conformant when the run was stopped', () => {
    expect(summarise([check('pass')], 'interrupt').verdict).to.equal('incomplete');
    expect(summarise([check('pass'), check('fail')], 'total-timeout').verdict).to.equal('nonconformant');
  });

  it('accounts for every check', () => {
    const { pass, fail, warning, notApplicable, inconclusive, planned } = summarise(verdicts.map(check), null);
    expect(planned).to.equal(verdicts.length);
    expect(pass + fail + warning + notApplicable + inconclusive).to.equal(planned);
  });
});
