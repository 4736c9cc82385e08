/**
 * `node dist/bench/killed.js [TIMES]`: kills the controller with SIGKILL at random moments of a run, 50 unless told
 * otherwise, and looks for what stays behind: no process and no temporary file after 5 s, and a next run that is right.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import fc from 'fast-check';

import { root } from '../harness/certify/host-places.js';
import { placesOf } from '../harness/setup/places.mjs';
import { filesIn, isWines, leftAfter, processesOf } from '../test/whole/left-behind.js';

const seed = 20_260_501;
const withinMs = 5_000;

/** A run takes about this long on a busy machine, and a moment after its end shows nothing. */
const longestMs = 1_500;

const times = Number(process.argv[2] ?? 50);
const moments = fc.sample(fc.noBias(fc.integer({ min: 0, max: longestMs })), { seed, numRuns: times });
// One that dies, so that spare and second child are there as well.
const examples = ['own-session', 'mutant/identity-null-pcch-crash'];
const folder = mkdtempSync(join(tmpdir(), 'olkconform-killed-'));

function start(example: string, marker: string): ReturnType<typeof spawn> {
  const env = { ...process.env, TMPDIR: folder, OLKCONFORM_TEST: marker };
  const args = [placesOf(root).commandLine, 'run', '--example', example];
  return spawn(process.execPath, args, { env, stdio: 'ignore' });
}

/** What is wrong after the controller was killed at that moment; empty: nothing. */
async function trial(at: number, moment: number): Promise<string[]> {
  const marker = `killed-${String(process.pid)}-${String(at)}`;
  const controller = start(examples[at % examples.length] ?? 'own-session', marker);
  const ended = once(controller, 'exit');
  await Promise.race([pause(moment), ended]);
  controller.kill('SIGKILL');
  await ended;
  const own = (): string[] => processesOf(`OLKCONFORM_TEST=${marker}\0`).filter((process) => !isWines(process));
  const wrong = [...(await leftAfter(withinMs, own)), ...filesIn(folder)];
  const next = start('own-session', `${marker}-next`);
  await once(next, 'exit');
  return next.exitCode === 0 ? wrong : [...wrong, `the next run ended with ${String(next.exitCode)}`];
}

let good = 0;
try {
  for (const [at, moment] of moments.entries()) {
    const wrong = await trial(at, moment);
    if (wrong.length === 0) good += 1;
    else console.log(`killed after ${String(moment)} ms: ${wrong.join('; ')}`);
  }
  const servers = await leftAfter(withinMs, () => processesOf(`TMPDIR=${folder}\0`));
  if (servers.length > 0) {
    good = 0;
    console.log(`left in the end: ${servers.join('; ')}`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${String(good)} of ${String(times)}`);
process.exitCode = good === times ? 0 : 1;
