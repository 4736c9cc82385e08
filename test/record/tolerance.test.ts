import { expect } from 'chai';

import type { Check, Verdict } from '../../harness/record/run-record.js';
import { staleTolerances, tolerate } from '../../harness/record/tolerance.js';

const check = (id: string, verdict: Verdict): Check => ({
  id,
  level: 'must',
  verdict,
  title: '',
  requirement: '',
  source: { repository: '', commit: null, page: '', heading: '' },
  reason: 'seen',
  expected: null,
  actual: null,
  steps: [],
  howToFix: '',
});

const tolerances = [{ id: 'a/b', reason: 'ticket 7' }];

describe('tolerances', () => {
  it('make a failure a warning that names the reason, and touch nothing else', () => {
    const [tolerated, other] = tolerate([check('a/b', 'fail'), check('a/c', 'fail')], tolerances);
    expect(tolerated).to.include({ verdict: 'warning', reason: 'seen (tolerated: ticket 7)' });
    expect(other?.verdict).to.equal('fail');
  });

  it('are stale when the check finds no fault any more', () => {
    expect(staleTolerances([check('a/b', 'pass')], tolerances)).to.deep.equal(['a/b']);
    expect(staleTolerances([check('a/b', 'warning')], tolerances)).to.deep.equal([]);
    expect(staleTolerances([check('a/b', 'inconclusive')], tolerances)).to.deep.equal([]);
  });
});
