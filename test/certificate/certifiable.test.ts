import { expect } from 'chai';

import { whyNotCertifiable } from '../../harness/certificate/certifiable.js';
import { inEnglish } from '../../harness/language/message.js';
import type { RunRecord, Selection } from '../../harness/record/run-record.js';
import { recordOf } from '../cli/record.js';

function whole(verdict: RunRecord['summary']['verdict'], selection: Partial<Selection> = {}): RunRecord {
  const record = recordOf();
  return {
    ...record,
    summary: { ...record.summary, verdict, inconclusive: verdict === 'conformant' ? 0 : 1, planned: 68 },
    selection: { ...record.selection, ...selection },
  };
}

describe('a run is certified', () => {
  it('when it judged everything, as conformant or as not', () => {
    expect(whyNotCertifiable(whole('conformant'))).to.deep.equal([]);
    expect(whyNotCertifiable(whole('nonconformant'))).to.deep.equal([]);
    expect(whyNotCertifiable(whole('conformant', { strict: true }))).to.deep.equal([]);
  });

  const refuses = (what: string, record: RunRecord, ...reasons: string[]): void => {
    it(`not when ${what}`, () => {
      expect(whyNotCertifiable(record).map(inEnglish)).to.deep.equal(reasons);
    });
  };
  refuses('it is incomplete', whole('incomplete'), 'the run is incomplete: 1 of 68 checks is inconclusive');
  refuses('it was interrupted', { ...whole('incomplete'), stopped: 'interrupt' }, 'the run was interrupted');
  refuses(
    'its time was up, also where something failed',
    { ...whole('nonconformant'), stopped: 'total-timeout' },
    'the run was stopped, because its time was up (--total-timeout)',
  );
  const some = whole('conformant', {
    only: ['mapi'],
    skip: ['abi'],
    level: 'must',
    tolerated: [{ id: 'a/b', reason: 'c' }],
    shard: { index: 1, count: 3 },
  });
  refuses(
    'it was one shard of a run',
    whole('conformant', { shard: { index: 1, count: 3 } }),
    'only one shard was judged (--shard)',
  );
  refuses(
    'something was left out or lived with',
    some,
    'only some checks were asked for (--only)',
    'checks were left out (--skip)',
    'what is only recommended was left out (--level must)',
    'findings were tolerated (tolerate or --baseline)',
    'only one shard was judged (--shard)',
  );
  const system = whole('conformant', { depth: 0 });
  refuses(
    "it was judged against the machine's own MAPI",
    { ...system, subject: { ...system.subject, mapi: 'system' } },
    "it was judged against the machine's own MAPI, which leaves checks open (--mapi system)",
  );
  refuses('sequences were not tried', system, 'sequences of calls were tried only up to a length of 0 (--depth)');
  const narrowed = whole('conformant');
  refuses(
    'it was narrowed in a way that is not known here',
    { ...narrowed, selection: Object.assign(narrowed.selection, { sample: 10 }) },
    'the run was narrowed (sample)',
  );
});
