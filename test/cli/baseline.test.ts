import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';

import { readBaseline, refuseUnusable, withBaseline, writeBaseline } from '../../harness/cli/baseline.js';
import { inEnglish } from '../../harness/language/message.js';
import { UsageError } from '../../harness/plan/usage-error.js';
import { reasonToBeGiven } from '../../harness/record/tolerance.js';
import { temporaryFolder } from '../setup/temporary-folder.js';
import { sampleRecord } from '../reports/sample-record.js';
import { recordOf } from './record.js';

const id = 'placeholder1/e-notimpl';
const reason = 'ticket 7';

describe('readBaseline', () => {
  const folder = temporaryFolder();
  const today = '2027-01-31';

  function read(entries: unknown, updatesBaseline = false): ReturnType<typeof readBaseline> {
    const file = join(folder(), 'baseline.json');
    writeFileSync(file, JSON.stringify({ entries }));
    return readBaseline(file, { today, updatesBaseline });
  }

  it('takes entries up to their last day', () => {
    const entry = { id, reason, url: 'https://example.org/7', until: today };
    expect(read([entry]).baseline.entries).to.deep.equal([entry]);
    expect(read([{ id, reason }]).baseline.entries).to.have.length(1);
  });

  it('refuses what no run may go by, and names the entry', () => {
    const refused: [unknown, RegExp][] = [
      [
        [{ id, reason, until: '2027-01-30' }],
        /entry placeholder1\/e-notimpl: it was tolerated until 2027-01-30, and today is 2027-01-31/,
      ],
      [
        [{ id: 'placeholder1/e-notimp', reason }],
        /entry placeholder1\/e-notimp: there is no check of that id\. Did you mean placeholder1\/e-notimpl/,
      ],
      [[{ id: 'placeholder1', reason }], /entry placeholder1: it is not the id of one check/],
      [
        [
          { id, reason },
          { id, reason },
        ],
        /entry placeholder1\/e-notimpl: it is there twice/,
      ],
      [[{ id, reason: reasonToBeGiven }], /entry placeholder1\/e-notimpl: nobody has said why/],
      [[{ id, reason: '' }], /entries: 0: reason: /],
      [[{ id }], /entries: 0: reason: /],
      [[{ id, reason, until: '31.1.2027' }], /entries: 0: until: a day as in/],
      [[{ id, reason, until: '2027-02-30' }], /entries: 0: until: a day as in/],
      [[{ id, reason, url: 'javascript:alert(1)' }], /entries: 0: url: an address that begins with/],
      [[{ id, reason, note: 1 }], /entries: 0: /],
      [{}, /entries: /],
    ];
    for (const [entries, message] of refused) expect(() => read(entries)).to.throw(UsageError, message);
  });

  it('need not be there, nor have all its reasons, when it is to be written', () => {
    const use = { today, updatesBaseline: true };
    expect(readBaseline(join(folder(), 'none.json'), use).baseline.entries).to.deep.equal([]);
    expect(() => readBaseline(join(folder(), 'none.json'), { ...use, updatesBaseline: false })).to.throw(UsageError);
    expect(read([{ id, reason: reasonToBeGiven }], true).baseline.entries).to.have.length(1);
    expect(() => read([{ id, reason, until: '2027-01-30' }], true)).to.throw(UsageError, 'tolerated until');
  });

  it('does not let the configuration and the baseline speak of the same check', () => {
    const baseline = read([{ id, reason }]);
    expect(withBaseline([], baseline)).to.deep.equal([{ id, reason }]);
    expect(() => withBaseline([{ id, reason }], baseline)).to.throw(
      UsageError,
      `entry ${id}: the configuration tolerates`,
    );
  });

  it('holds what the configuration tolerates to the same', () => {
    expect(() => {
      refuseUnusable([{ id, reason, until: '2026-12-31' }], 'tolerate', today);
    }).to.throw(UsageError, `tolerate ${id}: it was tolerated until 2026-12-31`);
  });

  it('is left alone by a run that was stopped', () => {
    const named = read([{ id, reason }]);
    const before = readFileSync(named.file, 'utf8');
    const checks = sampleRecord().checks.map((check) => ({ ...check, verdict: 'pass' as const }));
    const left = writeBaseline(named, { ...recordOf(), checks, stopped: 'interrupt' });
    expect(left.map(inEnglish).join()).to.contain('was left as it was');
    expect(readFileSync(named.file, 'utf8')).to.equal(before);
    expect(
      writeBaseline(named, { ...recordOf(), checks })
        .map(inEnglish)
        .join(),
    ).to.contain(`${id} finds no fault any more`);
    expect(JSON.parse(readFileSync(named.file, 'utf8'))).to.deep.equal({ entries: [] });
  });
});
