import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';

import { refuseClash } from '../../harness/cli/clashes.js';
import { parseReports } from '../../harness/cli/reports.js';
import { olkconform } from './olkconform.js';
import { withoutHost } from './refusals.js';
import { temporaryFolder } from '../setup/temporary-folder.js';

describe('refuseClash', () => {
  const folder = temporaryFolder();

  function made(name: string): string {
    writeFileSync(join(folder(), name), '');
    return join(folder(), name);
  }

  it('refuses to write over a file that is read, also by another path', () => {
    const dll = made('helper.dll');
    const link = join(folder(), 'link');
    symlinkSync(dll, link);
    for (const file of [dll, link, join(folder(), 'none', '..', 'helper.dll')])
      expect(() => {
        refuseClash({ option: '--out', file }, [{ option: '--dll', file: dll }]);
      }, file).to.throw('--out: it would be written over the file of --dll.');
  });

  it('lets files be that are not the same, and devices', () => {
    refuseClash({ option: '--out', file: join(folder(), 'new') }, [{ option: '--dll', file: made('helper.dll') }]);
    refuseClash({ option: '--out', file: '/dev/null' }, [{ option: '--report', file: '/dev/null' }]);
  });

  it('counts each sequence in a folder among what is read', async () => {
    const text = 'name: a\nsteps: [open, close]\n';
    const inner = join(folder(), 'sequences');
    mkdirSync(inner);
    const file = join(inner, 'a.yaml');
    writeFileSync(file, text);
    const run = ['run', '--example', 'own-session', '--sequence', inner];
    const client = ['record', '--example', 'client/borrowing-client', '--sequence', inner];
    for (const args of [
      [...run, '--report', `junit=${file}`],
      [...client, '--out', file],
    ]) {
      const { status, stderr } = await olkconform(args, withoutHost);
      expect(stderr, args[0]).to.contain('it would be written over the file of --sequence');
      expect(status).to.equal(2);
      expect(readFileSync(file, 'utf8')).to.equal(text);
    }
  });

  it('refuses two reports in one file', () => {
    const file = join(folder(), 'both');
    expect(() => parseReports([`json=${file}`, `html=${file}`])).to.throw(`over the file of --report json=${file}`);
    expect(() => parseReports([`json=${file}`], [{ option: 'RECORD', file }])).to.throw('over the file of RECORD');
  });
});
