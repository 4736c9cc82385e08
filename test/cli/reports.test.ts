import { lstatSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
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

  it('that cannot be written leave nothing behind, and do not keep the others from being written', async () => {
    const [blocked, written] = [join(folder(), 'blocked'), join(folder(), 'written')];
    mkdirSync(blocked);
    const problem = await writeReports(recordOf(), [
      { format: 'json', file: blocked },
      { format: 'json', file: written },
    ]).catch((error: unknown) => error);
    expect(problem).to.be.instanceOf(UsageError).with.property('message').that.contains(`--report json=${blocked}`);
    expect(readdirSync(folder()).toSorted()).to.deep.equal(['blocked', 'written']);
    expect(JSON.parse(readFileSync(written, 'utf8'))).to.deep.equal(recordOf());
  });

  it('follow symbolic links, which stay links, to a file that is there and to one that is not yet', async () => {
    const sub = join(folder(), 'sub');
    mkdirSync(sub);
    writeFileSync(join(sub, 'old'), 'old');
    for (const name of ['old', 'new']) {
      const link = join(folder(), `link to ${name}`);
      symlinkSync(join('sub', name), link);
      await writeReports(recordOf(), parseReports([`json=${link}`]));
      expect(lstatSync(link).isSymbolicLink(), name).to.equal(true);
      expect(JSON.parse(readFileSync(join(sub, name), 'utf8')), name).to.deep.equal(recordOf());
    }
    expect(readdirSync(sub).toSorted()).to.deep.equal(['new', 'old']);
  });

  it('are written straight into what is no regular file, which stays what it is', async () => {
    const [pipe, link] = [join(folder(), 'pipe'), join(folder(), 'link')];
    await runProgram('mkfifo', [pipe]);
    symlinkSync(pipe, link);
    // Opened for both, so that neither end waits for the other.
    const reader = await open(pipe, 'r+');
    await writeReports(recordOf(), parseReports([`json=${link}`]));
    expect(statSync(link).isFIFO()).to.equal(true);
    const { buffer, bytesRead } = await reader.read();
    await reader.close();
    expect(JSON.parse(buffer.toString('utf8', 0, bytesRead))).to.deep.equal(recordOf());
  });

  it('do not wait for somebody to read from a pipe', async () => {
    const [pipe, record] = [join(folder(), 'pipe'), join(folder(), 'record.json')];
    await runProgram('mkfifo', [pipe]);
    writeFileSync(record, JSON.stringify(recordOf('interface/iid')));
    const { status, stdout, stderr } = await olkconform(['judge', record, '--report', `json=${pipe}`]);
    expect(stdout).to.contain('Incomplete: 1 inconclusive');
    expect(stderr).to.contain(`--report json=${pipe}: nobody reads from this pipe`);
    expect(status).to.equal(2);
  });

  it('that cannot be written do not cost the verdict: it is printed, and the error after it', async () => {
    const record = join(folder(), 'record.json');
    writeFileSync(record, JSON.stringify(recordOf('interface/iid')));
    // It may be written to, and has no room.
    const { status, stdout, stderr } = await olkconform(['judge', record, '--report', 'json=/dev/full']);
    expect(stdout).to.contain('Incomplete: 1 inconclusive');
    expect(stderr).to.contain('not every report could be written').and.not.to.contain('fault of olkconform');
    expect(status).to.equal(2);
  });
});
