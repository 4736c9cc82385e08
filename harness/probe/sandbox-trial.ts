/** Whether a sandbox works on this machine: no list of systems tells, so it is tried, which takes a fiftieth of a second. */
import { resolve } from 'node:path';

import { launchOf } from './launch.js';
import { contain, type Sandbox } from './sandbox.js';
import { spawnLaunch } from './spawn-launch.js';
import { reasonOf } from '../record/reason.js';

/** It starts and ends one program of the system, on a machine that may be at work. */
const deadlineMs = 20_000;

/** Of what bwrap prints when it fails, what is shown. */
const shownCharacters = 300;

/** Undefined when the sandbox can be made and the DLL read in it; otherwise why not, as a clause. */
export async function whyNoSandbox(sandbox: Sandbox): Promise<string | undefined> {
  const { env } = launchOf(sandbox.places, process.platform, process.env);
  try {
    // The same sandbox as a child's, around a program that says whether the DLL can be read.
    const trial = contain({ server: null, program: '/usr/bin/test', args: ['-r', resolve(sandbox.dll)], env }, sandbox);
    const { process: program, stderr } = spawnLaunch(trial);
    const timer = setTimeout(() => {
      program.kill('SIGKILL');
    }, deadlineMs);
    let said = '';
    stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    const status = await new Promise<number | null>((end, fail) => {
      program.once('error', fail);
      program.once('close', end);
    }).finally(() => {
      clearTimeout(timer);
    });
    if (status === 0) return undefined;
    return said.trim().slice(0, shownCharacters) || 'the DLL cannot be read in it';
  } catch (error) {
    return reasonOf(error);
  }
}
