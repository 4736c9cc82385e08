import { expect } from 'chai';

import type { Check, Verdict } from '../../harness/record/run-record.js';
import { reasonToBeGiven, staleTolerances, tolerate, updatedBaseline } from '../../harness/record/tolerance.js';

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

  it('stay with the check as what they are, with their last day and address', () => {
    const tolerance = { id: 'a/b', reason: 'ticket 7', until: '2027-01-31', url: 'https://example.org/7' };
    const [tolerated, other] = tolerate([check('a/b', 'fail'), check('a/c', 'fail')], [tolerance]);
    expect(tolerated?.tolerated).to.deep.equal(tolerance);
    expect(tolerated?.reason).to.equal('seen (tolerated until 2027-01-31: ticket 7, https://example.org/7)');
    expect(other).not.to.have.property('tolerated');
    expect(tolerate([check('a/b', 'warning')], [tolerance])[0]).not.to.have.property('tolerated');
  });

  it('are stale when the check finds no fault any more', () => {
    expect(staleTolerances([check('a/b', 'pass')], tolerances)).to.deep.equal(['a/b']);
    expect(staleTolerances([check('a/b', 'warning')], tolerances)).to.deep.equal([]);
    expect(staleTolerances([check('a/b', 'inconclusive')], tolerances)).to.deep.equal([]);
  });
});

describe('updatedBaseline', () => {
  const entry = (id: string): { id: string; reason: string } => ({ id, reason: `why ${id}` });

  it('keeps reasons, asks for those of new failures, and takes out only what finds no fault any more', () => {
    const before = { $schema: 'x', entries: ['a/failing', 'a/passing', 'a/open', 'a/unseen', 'a/gone'].map(entry) };
    const checks = tolerate(
      [
        check('a/failing', 'fail'),
        check('a/passing', 'pass'),
        check('a/open', 'inconclusive'),
        check('a/gone', 'not-applicable'),
        check('a/new', 'fail'),
        check('a/warns', 'warning'),
      ],
      before.entries,
    );
    expect(updatedBaseline(before, checks)).to.deep.equal({
      $schema: 'x',
      entries: [...['a/failing', 'a/open', 'a/unseen'].map(entry), { id: 'a/new', reason: reasonToBeGiven }],
    });
  });
});
