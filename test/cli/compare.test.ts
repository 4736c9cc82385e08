import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import * as z from 'zod/mini';

import type { RunRecord } from '../../harness/record/run-record.js';
import { hostileTexts, sampleRecord } from '../reports/sample-record.js';
import { temporaryFolder } from '../setup/temporary-folder.js';
import { olkconform } from './olkconform.js';

const compared = z.object({ worse: z.array(z.object({ id: z.string() })), unchanged: z.int() });

describe('olkconform compare', () => {
  const folder = temporaryFolder();

  function save(name: string, record: RunRecord | string): string {
    const file = join(folder(), name);
    writeFileSync(file, typeof record === 'string' ? record : JSON.stringify(record));
    return file;
  }

  function mended(record: RunRecord): RunRecord {
    const checks = record.checks.map((check) =>
      check.verdict === 'fail' ? { ...check, verdict: 'pass' as const } : check,
    );
    return { ...record, checks };
  }

  it('ends with 1 where something got worse, and only there', async () => {
    const failing = sampleRecord();
    const [bad, good] = [save('bad.json', failing), save('good.json', mended(failing))];
    const worse = await olkconform(['compare', good, bad]);
    expect(worse.stdout).to.match(new RegExp(`Something got worse: ${String(failing.summary.fail)} worse, 0 better`));
    expect(worse.status).to.equal(1);
    const better = await olkconform(['compare', bad, good, '--format', 'markdown']);
    expect(better.stdout).to.contain('## Nothing got worse: 0 worse');
    expect(better.status).to.equal(0);
    const marked = save('marked.json', `\uFEFF${JSON.stringify(failing)}`);
    const same = await olkconform(['compare', bad, marked, '--format', 'json']);
    expect(compared.parse(JSON.parse(same.stdout))).to.deep.equal({ worse: [], unchanged: failing.checks.length });
    expect(same.status).to.equal(0);
  });

  it('ends with 3 where the later run left checks out', async () => {
    const whole = mended(sampleRecord());
    const [before, after] = [save('whole.json', whole), save('part.json', { ...whole, checks: whole.checks.slice(1) })];
    expect((await olkconform(['compare', before, after])).status).to.equal(3);
    expect((await olkconform(['compare', after, before])).status).to.equal(0);
  });

  it('refuses what is no run record, in one line', async () => {
    const good = save('good.json', sampleRecord());
    for (const text of ['', '{"schemaVersion": 1', '[]', '{}']) {
      const { status, stderr, stdout } = await olkconform(['compare', good, save('broken.json', text)]);
      expect(stderr, text).to.match(/^olkconform: .*broken\.json: .*\n {2}Make one with .*\n$/);
      expect([status, stdout], text).to.deep.equal([2, '']);
    }
  });

  it('obeys nothing that comes from the vendor', async () => {
    const hostile = sampleRecord(hostileTexts.join(' '));
    const [bad, good] = [save('bad.json', hostile), save('good.json', mended(hostile))];
    for (const format of ['text', 'markdown']) {
      const { stdout } = await olkconform(['compare', good, bad, '--format', format]);
      expect(stdout).not.to.match(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
      if (format === 'markdown') expect(stdout).not.to.match(/(?<!\\)<(script|img)/);
    }
  });
});
