/** Starts what a launch says, with pipes for the three standard streams, and what a sandbox wants besides. */
import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { Readable, type Writable } from 'node:stream';

import { HarnessFault } from './harness-fault.js';
import type { Launch } from './launch.js';

export interface Spawned {
  readonly process: ChildProcess;
  readonly stdin: Writable;
  readonly stdout: Readable;
  readonly stderr: Readable;
  /** Where the sandbox tells of itself; undefined: there is none. */
  readonly info: Readable | undefined;
}

export function spawnLaunch({ program, args, env, copied }: Launch): Spawned {
  const descriptors: number[] = [];
  try {
    for (const path of copied ?? []) descriptors.push(openSync(path, 'r'));
    const child = spawn(program, args, {
      env,
      stdio: ['pipe', 'pipe', 'pipe', ...(copied === undefined ? [] : ['pipe' as const]), ...descriptors],
      windowsHide: true,
      // A group of its own: a terminal's Ctrl-C is for the controller, and no death is to be blamed on it.
      detached: process.platform !== 'win32',
    });
    const { stdin, stdout, stderr } = child;
    if (stdin === null || stdout === null || stderr === null) throw new HarnessFault(`${program} has no pipes`);
    const [, , , info] = child.stdio;
    return { process: child, stdin, stdout, stderr, info: info instanceof Readable ? info : undefined };
  } finally {
    for (const descriptor of descriptors) closeSync(descriptor);
  }
}
