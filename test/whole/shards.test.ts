import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';

import { runRecordSchema, type RunRecord } from '../../harness/record/run-record.js';
import { olkconform } from '../cli/olkconform.js';
import { temporaryFolder } from '../setup/temporary-folder.js';

const read = (file: string): RunRecord => runRecordSchema.parse(JSON.parse(readFileSync(file, 'utf8')));

describe('olkconform run --shard, and merge', () => {
  const folder = temporaryFolder();

  it('come to what the whole run comes to, check by check, with the death of a process in one of the shards', async () => {
    const example = ['run', '--example', 'mutant/session-null-out-crash', '--report'];
    const [whole, ...shards] = ['whole', '1', '2', '3'].map((name) => join(folder(), `${name}.json`));
    if (whole === undefined) throw new Error('no name');
    await olkconform([...example, `json=${whole}`]);
    for (const [at, file] of shards.entries()) {
      await olkconform([...example, `json=${file}`, '--shard', `${String(at + 1)}/3`]);
      expect(read(file).selection.shard).to.deep.equal({ index: at + 1, count: 3 });
    }
    const merged = join(folder(), 'merged.json');
    const { status, stdout } = await olkconform(['merge', ...shards, '--report', `json=${merged}`]);
    expect(stdout).to.contain('Not conformant: 2 failed').and.not.to.contain('Shard');
    expect(status).to.equal(1);
    const [one, other] = [read(whole), read(merged)];
    expect(other.checks).to.deep.equal(one.checks);
    expect(other.summary).to.deep.equal(one.summary);
    expect(other.transcripts.map(({ script }) => script)).to.deep.equal(one.transcripts.map(({ script }) => script));
    expect(other.faults).to.have.length(one.faults.length);
  });
});
