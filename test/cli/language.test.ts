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
    expect(stderr).to.contain('--lang fr: it has to be one of en, es');
  });

  it('goes for list, explain and help, and not for JSON', async () => {
    expect((await olkconform(['list', '--lang', 'es'])).stdout).to.contain('cuenta caracteres, no bytes');
    expect((await olkconform(['list', '--json', '--lang', 'es'])).stdout).to.contain('counts characters, not bytes');
    const { stdout } = await olkconform(['explain', 'abi/stdcall', '--lang', 'es']);
    expect(stdout).to.contain('No se juzga: solo un anfitrión x86');
    expect((await olkconform(['run', '--help', '--lang', 'es'])).stdout).to.contain('juzga un helper');
  });

  it('goes for the help of every command, to the last option', async () => {
    const commands = (await olkconform(['--help'])).stdout.match(/(?<=^ {2})[a-z]+(?= [<[])/gm) ?? [];
    expect(commands).to.include.members(['run', 'judge', 'merge', 'compare', 'verify', 'keygen', 'init', 'schema']);
    /** Each entry in one line; without examples and usage, which hold nothing but names. */
    const entriesOf = (help: string): string[] =>
      help
        .replaceAll(/\n {4,}/g, ' ')
        .split('\n')
        .filter((line) => !/^(Usage|Uso): |^ {2}olkconform |^$/.test(line));
    for (const command of commands) {
      const [english, spanish] = await Promise.all(
        ['en', 'es'].map(async (language) => (await olkconform([command, '--help', '--lang', language])).stdout),
      );
      const entries = entriesOf(english ?? '');
      const told = entriesOf(spanish ?? '');
      expect(entries.length, command).to.be.greaterThan(3);
      const untold = entries.filter((entry) => told.includes(entry));
      expect(untold, command).to.deep.equal([]);
    }
  });

  it('goes for what the commands beside run have to say', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'olkconform-test-'));
    const inSpanish = (...args: string[]): Promise<CommandResult> => olkconform([...args, '--lang', 'es']);
    try {
      const keys = await inSpanish('keygen', '--out', folder);
      expect(keys.stdout)
        .to.match(/^clave privada {2}.+: firme con ella, y no se la muestre a nadie$/m)
        .and.match(/^id de la clave {2}[0-9a-f]{64}$/m);
      expect((await inSpanish('keygen', '--out', folder)).stderr).to.contain('ya hay una clave, y no se sobrescribe.');
      const record = join(folder, 'record.json');
      writeFileSync(record, JSON.stringify(sampleRecord()));
      const compared = await inSpanish('compare', record, record);
      expect(compared.stdout)
        .to.contain('nota: ambos son de la misma DLL')
        .and.match(/Nada empeoró: 0 peores, 0 mejores, 0 cambiadas, 0 nuevas, 0 desaparecidas, \d+ sin cambios\.\n$/);
      expect((await inSpanish('merge', record)).stderr).to.contain(
        'record.json es el registro de una ejecución entera, no de una parte.\n  Indique los registros',
      );
      const certificate = await inSpanish('verify', record, '--key', join(folder, 'olkconform.pub.pem'));
      expect(certificate.stdout).to.match(/^NO VERIFICADO: no es un certificado: /);
      const page = join(folder, 'iolkaccounthelper-placeholder1.md');
      writeFileSync(page, 'Nothing of what was there.');
      expect((await inSpanish('drift', page)).stdout).to.match(
        /^cambió o ya no está: placeholder1[^]+ enunciados han cambiado\n$/,
      );
      expect((await inSpanish('init')).stderr).to.contain('init: no se nombró ningún helper.\n  Indique --dll ARCHIVO');
      const shard = await inSpanish('run', '--example', 'own-session', '--only', 'interface/iid', '--shard', '1/2');
      expect(shard.stderr).to.contain('solo hay 1 comprobación que repartir.\n  Haga 1 parte como máximo.');
    } finally {
      rmSync(folder, { recursive: true });
    }
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
