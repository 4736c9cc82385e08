import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';

import { placesOf } from '../../harness/setup/places.mjs';
import { sampleRecord } from '../reports/sample-record.js';
import { olkconform, root, runProgram, type CommandResult } from './olkconform.js';

describe('olkconform --lang', () => {
  const inLocale = (LANG: string, ...args: string[]): Promise<CommandResult> =>
    runProgram(process.execPath, [placesOf(root).commandLine, ...args], { env: { ...process.env, LC_ALL: LANG } });

  it('stands before the command or behind it, and wins over the locale', async () => {
    for (const args of [
      ['--lang', 'es', 'run'],
      ['run', '--lang', 'es'],
      ['run', '--lang=es'],
    ]) {
      expect((await inLocale('en_US', ...args)).stderr, args.join(' ')).to.contain('No se nombró ningún helper.');
    }
    expect((await inLocale('es_ES', 'run', '--lang', 'en')).stderr).to.contain('No helper was named.');
  });

  it('is otherwise what the locale says', async () => {
    expect((await inLocale('es_AR.UTF-8', 'run')).stderr).to.contain('No se nombró ningún helper.');
    expect((await inLocale('fr_FR.UTF-8', 'run')).stderr).to.contain('No helper was named.');
  });

  it('is refused where it is a language that is not spoken', async () => {
    const { status, stderr } = await olkconform(['list', '--lang', 'fr']);
    expect(status).to.equal(2);
    expect(stderr).to.contain('Allowed choices are en, es');
  });

  it('goes for list, explain and help, and not for JSON', async () => {
    expect((await olkconform(['list', '--lang', 'es'])).stdout).to.contain('cuenta caracteres, no bytes');
    expect((await olkconform(['list', '--json', '--lang', 'es'])).stdout).to.contain('counts characters, not bytes');
    const { stdout } = await olkconform(['explain', 'abi/stdcall', '--lang', 'es']);
    expect(stdout).to.contain('No se juzga: solo un anfitrión x86');
    expect((await olkconform(['run', '--help', '--lang', 'es'])).stdout).to.contain('juzga un helper');
  });

  it('tells an English record in Spanish, and writes it in English', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'olkconform-test-'));
    try {
      const record = join(folder, 'record.json');
      const [json, markdown] = [join(folder, 'again.json'), join(folder, 'summary.md')];
      const only = { ...sampleRecord().selection, only: ['placeholder1'] };
      writeFileSync(record, JSON.stringify({ ...sampleRecord(), selection: only }));
      const args = ['judge', record, '--lang', 'es', '--report', `json=${json},markdown=${markdown}`];
      const { stdout, status } = await olkconform(args);
      expect(status).to.equal(3);
      expect(stdout).to.contain('Incompleto: 1 no concluyente, de 1 comprobación.');
      expect(stdout).to.contain('no hay transcripción de');
      expect(readFileSync(markdown, 'utf8')).to.contain('## Incompleto: ');
      expect(readFileSync(json, 'utf8')).to.contain('there is no transcript of').and.not.to.contain('transcripción');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
