import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';

import { runRecordSchema } from '../../harness/record/run-record.js';
import { olkconform } from '../cli/olkconform.js';
import { temporaryFolder } from '../setup/temporary-folder.js';

describe('olkconform run with several helpers', () => {
  const folder = temporaryFolder();

  it('judges each, writes a record each, and ends with the worst status', async () => {
    const file = join(folder(), 'olkconform.config.json');
    const helpers = [
      { name: 'failing', example: 'mutant/placeholder-s-ok' },
      { name: 'correct', example: 'own-session' },
    ];
    writeFileSync(file, JSON.stringify({ only: 'placeholder1', report: 'json={name}.json', helpers }));
    const { status, stdout } = await olkconform(['run', '--config', file]);
    expect(stdout).to.match(/^failing\n.*Not conformant.*^correct\n.*Conformant: 1 passed/ms);
    expect(status).to.equal(1);
    const verdicts = helpers.map(({ name }) => {
      const record = runRecordSchema.parse(JSON.parse(readFileSync(join(folder(), `${name}.json`), 'utf8')));
      return record.summary.verdict;
    });
    expect(verdicts).to.deep.equal(['nonconformant', 'conformant']);
  });
});
