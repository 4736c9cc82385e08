/**
 * The controller is killed with SIGKILL, at moments from its first to its last: no process and no file may stay behind.
 * A TMPDIR of their own gives these runs a server of Wine that no other run keeps. bench/killed.ts does it more often.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'chai';
import fc from 'fast-check';

import { fixturesFolder } from '../../harness/certify/host-places.js';
import { placesOf } from '../../harness/setup/places.mjs';
import { root } from '../cli/olkconform.js';
import { temporaryFolder } from '../setup/temporary-folder.js';
import { filesIn, isWines, leftAfter, processesOf } from './left-behind.js';

const seed = 20_240_611;
const moments = fc.sample(fc.noBias(fc.integer({ min: 0, max: 1500 })), { seed, numRuns: 12 });

const withinMs = 15_000;

describe('a run whose controller is killed', () => {
  const folder = temporaryFolder();

  async function killed(afterMs: number, marker: string, ...args: string[]): Promise<void> {
    const env = { ...process.env, TMPDIR: folder(), OLKCONFORM_TEST: marker };
    const controller = spawn(process.execPath, [placesOf(root).commandLine, 'run', ...args], { env, stdio: 'ignore' });
    const ended = once(controller, 'exit');
    await Promise.race([pause(afterMs), ended]);
    controller.kill('SIGKILL');
    await ended;
  }

  async function expectNothingLeft(marker: string): Promise<void> {
    const own = (): string[] => processesOf(`OLKCONFORM_TEST=${marker}\0`).filter((process) => !isWines(process));
    expect(await leftAfter(withinMs, own), `processes of ${marker}`).to.deep.equal([]);
    expect(filesIn(folder()), `files of ${marker}`).to.deep.equal([]);
  }

  it('leaves no process and no file, whenever that was, and in the end no server of Wine either', async () => {
    for (const [at, moment] of moments.entries()) {
      const marker = `${String(at)}-killed-after-${String(moment)}-ms`;
      await killed(moment, marker, '--example', 'own-session');
      await expectNothingLeft(marker);
    }
    expect(await leftAfter(withinMs, () => processesOf(`TMPDIR=${folder()}\0`))).to.deep.equal([]);
  });

  // The second hangs in DllMain, with the loader's lock: a process in good order would wait for it at its end.
  for (const mutant of ['abi-endless-loop', 'server-dllmain-waits']) {
    it(`leaves no process of a helper that hangs: ${mutant}`, async () => {
      const dll = join(fixturesFolder, 'mutant', `${mutant}.dll`);
      await killed(4_000, mutant, '--dll', dll, '--export', 'CreateHelper', '--timeout', '100');
      await expectNothingLeft(mutant);
    });
  }
});
