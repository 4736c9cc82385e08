import { mkdirSync, readdirSync, readFileSync, rmdirSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';

import { parseReports, writeReports } from '../../harness/cli/reports.js';
import { UsageError } from '../../harness/plan/usage-error.js';
import { temporaryFolder } from '../setup/temporary-folder.js';
import { olkconform, runProgram } from './olkconform.js';
import { recordOf } from './record.js';

describe('reports', () => {
  const folder = temporaryFolder();

  it('are several in one option, and a comma in a name is part of the name', () => {
    const [first, second] = [join(folder(), 'a,b,xml=c'), join(folder(), 'd')];
    expect(parseReports([`json=${first},console=${second}`])).to.deep.equal([
      { format: 'json', file: first },
      { format: 'console', file: second },
    ]);
  });

  it('that cannot be written leave nothing behind, and do not keep the others from being written', () => {
    const [blocked, written] = [join(folder(), 'blocked'), join(folder(), 'written')];
    mkdirSync(blocked);
    const write = (): void => {
      writeReports(recordOf(), [
        { format: 'json', file: blocked },
        { format: 'json', file: written },
      ]);
    };
    expect(write).to.throw(UsageError, `--report json=${blocked}`);
    expect(readdirSync(folder()).toSorted()).to.deep.equal(['blocked', 'written']);
    expect(JSON.parse(readFileSync(written, 'utf8'))).to.deep.equal(recordOf());
  });

  it('that cannot be written do not cost the verdict: it is printed, and the error after it', async () => {
    // The record comes through a pipe, which is opened when the reports' paths have been found good.
    const [pipe, sub] = [join(folder(), 'record.json'), join(folder(), 'sub')];
    await runProgram('mkfifo', [pipe]);
    mkdirSync(sub);
    const record = JSON.stringify(recordOf('interface/iid'));
    const judging = olkconform(['judge', pipe, '--report', `json=${join(sub, 'report.json')}`]);
    const writer = await open(pipe, 'w');
    rmdirSync(sub);
    await writer.writeFile(record);
    await writer.close();
    const { status, stdout, stderr } = await judging;
    expect(stdout).to.contain('Incomplete: 1 inconclusive');
    expect(stderr).to.contain('not every report could be written').and.not.to.contain('fault of olkconform');
    expect(status).to.equal(2);
  });
});
