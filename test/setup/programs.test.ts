import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect } from 'chai';

import { placesOf, thisHost, type Host } from '../../harness/setup/places.mjs';
import { SetupProblem } from '../../harness/setup/problem.mjs';
import { capture, commandLine, findProgram, runProgram } from '../../harness/setup/program.mjs';
import { dotnetSdk } from '../../harness/setup/steps/dotnet-sdk.mjs';
import { nodeVersion } from '../../harness/setup/steps/node-version.mjs';
import { missingPackages, systemPackages } from '../../harness/setup/steps/system-packages.mjs';
import { rejectionOf, temporaryFolder } from './temporary-folder.js';

async function problemOf(promise: Promise<unknown>): Promise<SetupProblem> {
  const reason = await rejectionOf(promise);
  if (reason instanceof SetupProblem) return reason;
  throw reason;
}

describe('programs', () => {
  const folder = temporaryFolder();
  /** A Linux machine whose PATH is the empty folder. */
  const bare = (): Host => ({ ...thisHost(), platform: 'linux', arch: 'x64', home: folder(), env: { PATH: folder() } });

  it('are found on PATH only when they can be run', () => {
    const file = join(folder(), 'tool');
    writeFileSync(file, '#!/bin/sh\n');
    chmodSync(file, 0o644);
    expect(findProgram('tool', bare())).to.equal(undefined);
    chmodSync(file, 0o755);
    expect(findProgram('tool', bare())).to.equal(file);
  });

  it('give their status and what they printed', async () => {
    const script = 'console.log("out"); console.error("err"); process.exitCode = 7;';
    expect(await capture(process.execPath, ['-e', script], { cwd: folder() })).to.deep.equal({
      status: 7,
      output: 'out\nerr\n',
    });
  });

  it('that were killed do not look like status 0', async () => {
    const { status } = await capture(process.execPath, ['-e', 'process.kill(process.pid, "SIGKILL")'], {
      cwd: folder(),
    });
    expect(status).to.equal('SIGKILL');
  });

  it('that fail are reported with their command and what they printed first and last', async () => {
    const script = 'for (let i = 1; i <= 99; i++) console.log(`line ${i}.`); process.exitCode = 3;';
    const problem = await problemOf(
      runProgram(process.execPath, ['-e', script], { cwd: folder(), remedy: 'make all' }),
    );
    expect(problem.message).to.equal('node ended with 3.');
    expect(problem.remedy).to.equal('make all');
    expect(problem.details).to.include.members(['line 1.', 'line 99.']).and.not.include('line 50.');
  });

  it('are shown as they could be typed', () => {
    expect(commandLine('tool', ['--all', "it's", 'a b'])).to.equal(String.raw`tool --all 'it'\''s' 'a b'`);
  });

  it('missing without root: one line with the command to type', async () => {
    writeFileSync(join(folder(), 'apt-get'), '#!/bin/sh\nexit 99\n', { mode: 0o755 });
    const step = systemPackages(placesOf(folder(), bare()), bare(), false);
    expect(step.isDone()).to.equal(false);
    const problem = await problemOf(step.run());
    expect(problem.remedy).to.match(/^sudo apt-get install -y --no-install-recommends .*g\+\+-mingw-w64-x86-64 make$/);
    expect(problem.report()).to.not.include('\n');
  });

  it('of apt: an update that fails does not stop an install that works', async () => {
    const calls = join(folder(), 'calls');
    const compiler = join(folder(), 'x86_64-w64-mingw32-g++');
    const script = `#!/bin/sh
      echo "$DEBIAN_FRONTEND $*" >> ${calls}
      case "$*" in *update*) exit 100;; esac
      for tool in make wine64 wineserver; do /bin/cp ${join(folder(), 'apt-get')} ${folder()}/$tool; done
      /bin/cp ${join(folder(), 'apt-get')} ${compiler}\n`;
    writeFileSync(join(folder(), 'apt-get'), script, { mode: 0o755 });
    const step = systemPackages(placesOf(folder(), bare()), bare(), true);
    // Wine may be there all the same: it is looked for beside PATH as well.
    const missing = missingPackages(bare());
    expect(missing).to.include.members(['g++-mingw-w64-x86-64', 'make']);
    await step.run();
    expect(step.isDone()).to.equal(true);
    const patience = '-o DPkg::Lock::Timeout=120';
    expect(readFileSync(calls, 'utf8').trimEnd().split('\n')).to.deep.equal([
      `noninteractive ${patience} update`,
      `noninteractive ${patience} install -y --no-install-recommends ${missing.join(' ')}`,
    ]);
  });

  it('of .NET: an SDK of 10 or newer beside the program counts, an older one does not', () => {
    writeFileSync(join(folder(), 'dotnet'), '', { mode: 0o755 });
    mkdirSync(join(folder(), 'sdk', '9.0.305'), { recursive: true });
    expect(dotnetSdk(bare()).isDone()).to.equal(false);
    mkdirSync(join(folder(), 'sdk', '10.0.100'));
    expect(dotnetSdk(bare()).isDone()).to.equal(true);
  });

  it('without a .NET SDK: says how to get it', async () => {
    const step = dotnetSdk(bare());
    expect(step.isDone()).to.equal(false);
    const problem = await problemOf(step.run());
    expect(problem.remedy).to.match(/dotnet-install\.sh.*--channel 10\.0/);
  });

  it('of an old Node, or on a machine that cannot run helpers: say so', async () => {
    expect(nodeVersion(bare(), '20.19.0').isDone()).to.equal(true);
    for (const old of ['20.18.3', '18.20.0']) {
      const step = nodeVersion(bare(), old);
      expect(step.isDone(), old).to.equal(false);
      expect((await problemOf(step.run())).message).to.include(old);
    }
    const mac = nodeVersion({ ...bare(), platform: 'darwin' }, '22.0.0');
    expect(mac.isDone()).to.equal(false);
    expect((await problemOf(mac.run())).message).to.include('darwin');
  });
});
