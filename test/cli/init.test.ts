import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import * as z from 'zod/mini';

import { placesOf } from '../../harness/setup/places.mjs';
import { configurationsOf } from '../../harness/cli/configuration.js';
import { temporaryFolder } from '../setup/temporary-folder.js';
import { root, runProgram, type CommandResult } from './olkconform.js';

const ciFiles = {
  github: '.github/workflows/olkconform.yml',
  gitlab: '.gitlab-ci.yml',
  azure: 'azure-pipelines.yml',
  jenkins: 'Jenkinsfile',
};

describe('olkconform init', () => {
  const folder = temporaryFolder();

  const init = (...args: readonly string[]): Promise<CommandResult> =>
    runProgram(process.execPath, [placesOf(root).commandLine, 'init', ...args], { cwd: folder() });

  it('writes a configuration that a run takes, with a schema that is there, and the file of each CI', async () => {
    const names = Object.keys(ciFiles).flatMap((name) => ['--ci', name]);
    const { status, stdout, stderr } = await init('--dll', 'out/helper.dll', '--export', 'Make', ...names);
    expect(stderr).to.equal('');
    expect(stdout.trimEnd().split('\n')).to.deep.equal(['olkconform.config.json', ...Object.values(ciFiles)]);
    expect(status).to.equal(0);
    const file = join(folder(), 'olkconform.config.json');
    const [{ configuration } = { configuration: undefined }] = configurationsOf({}, file);
    expect(configuration).to.include({ dll: join(folder(), 'out/helper.dll'), export: 'Make' });
    const { $schema } = z.object({ $schema: z.string() }).parse(JSON.parse(readFileSync(file, 'utf8')));
    // The checkout is not below this folder; in CI it is where the ready files put it.
    expect($schema).to.equal('olkconform/schemas/config.schema.json');
    expect(existsSync(join(root, $schema.replace('olkconform/', '')))).to.equal(true);
    for (const [name, path] of Object.entries(ciFiles)) {
      const ready = join(root, 'docs', 'ci', name === 'jenkins' ? 'Jenkinsfile' : `${name}.yml`);
      expect(readFileSync(join(folder(), path), 'utf8'), path).to.equal(readFileSync(ready, 'utf8'));
    }
  });

  it('writes nothing where one of the files is there already', async () => {
    writeFileSync(join(folder(), 'Jenkinsfile'), 'mine');
    const { status, stderr, stdout } = await init('--dll', 'a.dll', '--ci', 'jenkins', '--ci', 'gitlab');
    expect(stderr).to.contain('init: nothing was written, because there is already Jenkinsfile.');
    expect([status, stdout]).to.deep.equal([2, '']);
    expect(readdirSync(folder())).to.deep.equal(['Jenkinsfile']);
    expect(readFileSync(join(folder(), 'Jenkinsfile'), 'utf8')).to.equal('mine');
  });

  it('writes over what is there when it is told to, and over nothing else', async () => {
    writeFileSync(join(folder(), 'Jenkinsfile'), 'mine');
    const { status, stdout } = await init('--dll', 'a.dll', '--ci', 'jenkins', '--force');
    expect([status, stdout]).to.deep.equal([0, 'olkconform.config.json\nJenkinsfile\n']);
    expect(readFileSync(join(folder(), 'Jenkinsfile'), 'utf8')).to.contain('olkconform');
    mkdirSync(join(folder(), '.gitlab-ci.yml'));
    const refused = await init('--dll', 'a.dll', '--ci', 'gitlab', '--force');
    expect(refused.stderr).to.contain('there is already .gitlab-ci.yml');
    expect(refused.status).to.equal(2);
  });

  it('follows no link, forced or not', async () => {
    const [here, elsewhere] = [join(folder(), 'here'), join(folder(), 'elsewhere')];
    mkdirSync(here);
    mkdirSync(elsewhere);
    writeFileSync(join(elsewhere, 'Jenkinsfile'), 'theirs');
    symlinkSync(elsewhere, join(here, '.github'));
    symlinkSync(join(elsewhere, 'Jenkinsfile'), join(here, 'Jenkinsfile'));
    symlinkSync(join(elsewhere, 'new.yml'), join(here, '.gitlab-ci.yml'));
    for (const [ci, link] of [
      ['github', '.github'],
      ['jenkins', 'Jenkinsfile'],
      ['gitlab', '.gitlab-ci.yml'],
    ] as const) {
      for (const force of [[], ['--force']]) {
        const args = ['init', '--dll', 'a.dll', '--ci', ci, ...force];
        const { status, stderr } = await runProgram(process.execPath, [placesOf(root).commandLine, ...args], {
          cwd: here,
        });
        expect(stderr).to.contain(`because ${link} is a link, which is not followed`);
        expect(status).to.equal(2);
      }
    }
    expect(readdirSync(elsewhere)).to.deep.equal(['Jenkinsfile']);
    expect(readFileSync(join(elsewhere, 'Jenkinsfile'), 'utf8')).to.equal('theirs');
    expect(readdirSync(here)).to.not.include('olkconform.config.json');
  });

  it('refuses what a run would refuse, and writes nothing', async () => {
    const refused: [string[], string][] = [
      [[], 'no helper was named'],
      [['--dll', 'a.dll', '--clsid', 'mine'], 'a class id looks like'],
      [['--dll', 'a.dll', '--export', 'A', '--capture', 'B'], '--export and --capture are different ways in'],
      [['--dll', 'a.dll', '--ci', 'travis'], '--ci travis: there is no file for it'],
    ];
    for (const [args, message] of refused) {
      const { status, stderr } = await init(...args);
      expect(stderr).to.contain(message);
      expect(status).to.equal(2);
    }
    expect(readdirSync(folder())).to.deep.equal([]);
  });
});
