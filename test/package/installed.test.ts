import { createHash } from 'node:crypto';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import * as z from 'zod/mini';

import { thisHost } from '../../harness/setup/places.mjs';
import { findNpm } from '../../harness/setup/npm.mjs';
import { runProgram, root, type CommandResult } from '../cli/olkconform.js';

/** What a vendor is asked to download. */
const mostBytes = 40_000_000;

const checksSchema = z.object({ checks: z.array(z.object({ id: z.string(), verdict: z.string() })) });

const isWindows = process.platform === 'win32';

/** Every file below a folder, with its time and what is in it. */
function state(folder: string): string {
  const hash = createHash('sha256');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  for (const file of files.map((entry) => join(entry.parentPath, entry.name)).toSorted()) {
    hash.update(`${file} ${String(statSync(file).mtimeMs)}\n`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

/** The example that docs/expose-your-helper.md shows. */
function documentedHelper(): string {
  const page = readFileSync(join(root, 'docs/expose-your-helper.md'), 'utf8');
  const found = /^```cpp\n(.*?)^```/ms.exec(page)?.[1];
  if (found === undefined) throw new Error('docs/expose-your-helper.md shows no helper');
  return found;
}

describe('the package, installed where nothing else is', () => {
  let folder = '';
  let installed = '';
  let asInstalled = '';
  let tarballBytes = 0;
  /** Nothing of this checkout, and nothing of who runs this: no cache, no settings, a home without anything in it. */
  let env: NodeJS.ProcessEnv = {};

  const npm = (args: readonly string[], cwd: string, environment = env): Promise<CommandResult> => {
    const { program, args: first } = findNpm(thisHost());
    return runProgram(program, [...first, ...args], { cwd, env: environment });
  };

  const olkconform = (...args: string[]): Promise<CommandResult> => {
    // npm's own way to a command on Windows is a batch file, which needs a shell.
    const [program, ...first] = isWindows
      ? [process.execPath, join(installed, 'build', 'cli', 'main.js')]
      : [join(folder, 'prefix', 'bin', 'olkconform')];
    return runProgram(program ?? '', [...first, '--lang', 'en', ...args], { cwd: folder, env });
  };

  async function built(name: string, source: string): Promise<string> {
    const dll = join(folder, `${name}.dll`);
    writeFileSync(join(folder, `${name}.cpp`), source);
    const flags = ['-std=c++17', '-shared', '-static', '-o', dll, join(folder, `${name}.cpp`)];
    const include = `-I${join(installed, 'include')}`;
    const { status, stderr } = await runProgram('x86_64-w64-mingw32-g++', [include, ...flags, '-luuid']);
    expect(status, stderr).to.equal(0);
    return dll;
  }

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'olkconform-package-'));
    const home = join(folder, 'home');
    mkdirSync(home);
    const passedOn = ['PATH', 'Path', 'SystemRoot', 'TEMP', 'TMP'].flatMap((name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value] as const];
    });
    env = { ...Object.fromEntries<string>(passedOn), HOME: home, USERPROFILE: home };
    const pack = ['pack', '--ignore-scripts=false', '--pack-destination', folder];
    const { status, stderr } = await npm(pack, root, process.env);
    expect(status, stderr).to.equal(0);
    const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'));
    if (tarball === undefined) throw new Error('npm pack has made no tarball');
    tarballBytes = statSync(join(folder, tarball)).size;
    const prefix = join(folder, 'prefix');
    const install = ['install', '--global', '--offline', '--no-audit', '--no-fund', '--prefix', prefix];
    const result = await npm([...install, join(folder, tarball)], folder);
    expect(result.status, result.stderr).to.equal(0);
    installed = join(prefix, ...(isWindows ? [] : ['lib']), 'node_modules', 'olkconform');
    asInstalled = state(installed);
  });
  after(() => {
    rmSync(folder, { recursive: true, maxRetries: 5 });
  });

  it('is not more than a vendor is asked to download', () => {
    // Read by the driver, which shows it.
    writeFileSync(join(root, 'build', 'test-results', 'package-size.txt'), String(tarballBytes));
    expect(tarballBytes).to.be.below(mostBytes);
  });

  it('judges a DLL that it has never seen: a helper that is right passes, one that is wrong fails', async () => {
    const source = documentedHelper();
    const right = await olkconform('run', '--dll', await built('right', source), '--export', 'CreateHelper');
    expect(right.stdout, right.stderr).to.contain('Conformant: ');
    expect(right.stderr).to.contain('first use: making Windows Node');
    expect(right.status).to.equal(0);
    const changed = source.replace(
      'HandsOffSession() override { return E_NOTIMPL; }',
      'HandsOffSession() override { return S_OK; }',
    );
    const wrong = await olkconform('run', '--dll', await built('wrong', changed), '--export', 'CreateHelper', '--json');
    const failed = checksSchema.parse(JSON.parse(wrong.stdout)).checks.filter(({ verdict }) => verdict === 'fail');
    expect(failed.map(({ id }) => id)).to.include('hands-off-session/borrowed-e-notimpl');
    expect([wrong.status, wrong.stderr]).to.deep.equal([1, '']);
  });

  it('has what proves its rules', async () => {
    const { status, stdout, stderr } = await olkconform(
      'selftest',
      '--only',
      '{own-session,mutant/hands-off-stale-pointer,client/*}',
    );
    expect(stdout, stderr).to.contain('1 of 1 mutants killed, 0 undeserved findings');
    expect(status).to.equal(0);
  });

  it('writes the file of a CI', async () => {
    const { status, stderr } = await olkconform(
      'init',
      '--dll',
      'right.dll',
      '--export',
      'CreateHelper',
      '--ci',
      'github',
    );
    expect(status, stderr).to.equal(0);
  });

  it('has types that need nothing else', async () => {
    const project = join(folder, 'project');
    mkdirSync(join(project, 'node_modules'), { recursive: true });
    symlinkSync(installed, join(project, 'node_modules', 'olkconform'), 'junction');
    const file = join(project, 'judge.mts');
    const lines = [
      "import { certify } from 'olkconform';",
      "const record = await certify({ dll: 'helper.dll' });",
      "const verdict: 'conformant' | 'nonconformant' | 'incomplete' | 'nothingSelected' = record.summary.verdict;",
      '// @ts-expect-error There is no such option.',
      'await certify({ dll: verdict, colour: 1 });',
    ];
    writeFileSync(file, lines.join('\n'));
    const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
    const strict = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2023', '--types', ''];
    const { status, stdout } = await runProgram(process.execPath, [tsc, ...strict, file], { cwd: project });
    expect(status, stdout).to.equal(0);
  });

  it('has written nothing into its own folder', () => {
    expect(state(installed)).to.equal(asInstalled);
  });
});
