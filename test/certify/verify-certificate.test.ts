import { expect } from 'chai';

import { makeBundle } from '../../harness/certificate/bundle.js';
import { NotVerified } from '../../harness/certificate/not-verified.js';
import { rejudge } from '../../harness/certify/rejudge.js';
import { verifyCertificate, type Verified, type VerifyOptions } from '../../harness/certify/verify-certificate.js';
import type { Check, RunRecord } from '../../harness/record/run-record.js';
import { summarise } from '../../harness/record/summary.js';
import { rules } from '../../suites/index.js';
import { recordToSign, signer } from '../certificate/certificates.js';
import { rejectionOf } from '../setup/temporary-folder.js';

const page = '<p>page</p>';
const own = 'aa'.repeat(32);

const options: VerifyOptions = {
  publicKey: signer.publicKey,
  loadRules: () => Promise.resolve(rules),
  harness: () => own,
  dll: undefined,
  pages: () => Promise.resolve(['<p>another page</p>', page]),
};

describe('verifyCertificate', () => {
  /** Of a DLL that ended the process when it was loaded: a verdict, and no transcript is needed for it. */
  let record: RunRecord;
  before(async () => {
    const sample = recordToSign();
    const [fault] = sample.faults;
    if (fault === undefined) throw new Error('the sample has lost its fault');
    record = await rejudge({ ...sample, load: { kind: 'died', fault } }, rules);
  });

  const verify = (signed: RunRecord, changes: Partial<VerifyOptions> = {}, harness = own): Promise<Verified> =>
    verifyCertificate(Buffer.from(makeBundle({ record: signed, harness, page }, signer.privateKey)), {
      ...options,
      ...changes,
    });
  const problemOf = async (...args: Parameters<typeof verify>): Promise<string> => {
    const error = await rejectionOf(verify(...args));
    if (error instanceof NotVerified) return error.message;
    throw error;
  };
  /** A forger's record: a check changed, and counted anew. */
  const forged = (change: (check: Check) => Check): RunRecord => {
    const checks = record.checks.map(change);
    return { ...record, checks, summary: summarise(checks, null) };
  };

  it('verifies what the rules judge alike', async () => {
    const verified = await verify(record);
    expect(verified.maker).to.equal('same');
    expect(verified.record.summary.verdict).to.equal('nonconformant');
    expect(verified.statement.predicate).to.deep.include({ result: 'FAILED', failedTests: ['server/dllmain'] });
  });

  it('finds every verdict that was altered, and all of them at once, by judging again', async () => {
    const problem = await problemOf(forged((check) => ({ ...check, verdict: 'pass' })));
    expect(problem).to.match(/^its verdicts do not follow from its transcripts: .*; and \d+ more$/);
    for (const { id } of record.checks.filter((_, at) => at % 10 === 0)) {
      const one = forged((check) => (check.id === id ? { ...check, verdict: 'warning' } : check));
      expect(await problemOf(one)).to.contain(`${id} is warning in it, and judged again `);
    }
  });

  it('finds a check that was left out, one that there is not, and one that is there twice', async () => {
    const [first] = record.checks;
    if (first === undefined) throw new Error('there is no check');
    const withChecks = (checks: Check[]): RunRecord => ({ ...record, checks, summary: summarise(checks, null) });
    expect(await problemOf(withChecks(record.checks.slice(1)))).to.contain(`${first.id} is not there in it`);
    expect(await problemOf(withChecks([...record.checks, { ...first, id: 'a/b' }]))).to.contain(
      'judged again not there',
    );
    expect(await problemOf(withChecks([...record.checks, first]))).to.contain('it lists a check twice');
  });

  it('finds a summary that is not that of the checks', async () => {
    const summary = { ...record.summary, pass: record.summary.pass + 1 };
    expect(await problemOf({ ...record, summary })).to.contain('its summary is not that of its checks');
    const session = { ...record.subject.session, observed: 'own' } as const;
    expect(await problemOf({ ...record, subject: { ...record.subject, session } })).to.contain('said to be own');
  });

  it('finds words that were altered, where the same files have made them', async () => {
    const altered = forged((check) => ({ ...check, howToFix: 'Nothing.' }));
    expect(await problemOf(altered)).to.contain('what it says about its checks');
    expect((await verify(altered, { harness: () => 'bb'.repeat(32) })).maker).to.equal('other build');
  });

  it('finds a page that shows something else', async () => {
    const pages = (): Promise<string[]> => Promise.resolve(['<p>another page</p>']);
    expect(await problemOf(record, { pages })).to.equal('report.html does not show its run record');
    expect((await verify(record, { pages: () => Promise.resolve([]) })).maker).to.equal('same');
  });

  it('says so when another version made it, and then explains what it judges otherwise', async () => {
    const made = { ...record, tool: { ...record.tool, version: '9.9.9' } };
    const other = 'bb'.repeat(32);
    expect((await verify(made, {}, other)).maker).to.equal('other version');
    const altered = { ...forged((check) => ({ ...check, verdict: 'fail' })), tool: made.tool };
    expect(await problemOf(altered, {}, other)).to.match(
      /^it was made by olkconform 9\.9\.9 \(catalogue [0-9a-f]{12}\), and the rules of this one, olkconform \d.* judge otherwise: .* Verify it with the one that made it$/,
    );
  });

  it('is about one DLL', async () => {
    expect((await verify(record, { dll: record.subject.sha256 })).maker).to.equal('same');
    expect(await problemOf(record, { dll: '00'.repeat(32) })).to.match(/^it is about another DLL: sha256 abab/);
  });

  it('takes no signature for a run that there is no certificate for', async () => {
    const selection = { ...record.selection, only: ['mapi'] };
    const filtered = await rejudge({ ...record, selection }, rules);
    expect(await problemOf(filtered)).to.contain('there is no certificate for such a run: only some checks');
  });
});
