import { expect } from 'chai';

import { hintsOf } from '../../harness/cli/hints.js';
import { inEnglish } from '../../harness/language/message.js';
import type { RunRecord } from '../../harness/record/run-record.js';
import { sampleRecord } from '../reports/sample-record.js';

type Session = RunRecord['subject']['session'];

function hints(change: (record: RunRecord) => RunRecord): string[] {
  return hintsOf(change(sampleRecord())).map(inEnglish);
}

const withSession =
  (session: Partial<Session>) =>
  (record: RunRecord): RunRecord => ({
    ...record,
    stopped: null,
    subject: { ...record.subject, session: { ...record.subject.session, ...session } },
  });

describe('the hints at the end of a run', () => {
  it('name the session that was likely meant', () => {
    expect(hints(withSession({ declared: 'own', observed: 'unknown' })).join()).to.contain('--session borrowed');
    expect(hints(withSession({ declared: 'borrowed', observed: 'own' })).join()).to.contain('--session own');
    for (const declared of ['own', 'borrowed'] as const)
      expect(hints(withSession({ declared, observed: declared }))).to.deep.equal([]);
    expect(hints(withSession({ declared: 'auto', observed: 'unknown' }))).to.deep.equal([]);
  });

  it('say what to do about an open check where failures are tolerated', () => {
    const tolerant = (record: RunRecord): RunRecord => ({
      ...withSession({ declared: 'auto', observed: 'own' })(record),
      selection: { ...record.selection, tolerated: [{ id: 'abi/no-crash', reason: 'ticket 7' }] },
      summary: { ...record.summary, verdict: 'incomplete' },
      stopped: null,
    });
    const open = sampleRecord()
      .checks.filter(({ verdict }) => verdict === 'inconclusive')
      .map(({ id }) => id);
    expect(open).to.have.length.greaterThan(6);
    expect(hints(tolerant).join()).to.contain(`--skip ${open.slice(0, 6).join(',')},…`);
    expect(hints((record) => ({ ...tolerant(record), stopped: 'interrupt' }))).to.deep.equal([]);
    expect(
      hints((record) => ({ ...tolerant(record), summary: { ...record.summary, verdict: 'conformant' } })),
    ).to.deep.equal([]);
  });
});
