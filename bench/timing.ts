/** How long a process takes from start to end, what it prints, and the peak memory of it and its children. */
import { spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  /** The exit status that it is to end with. */
  readonly status: number;
}

export interface Timing {
  readonly seconds: number;
  /** Of the processor, by the process and its children; 0 where /proc is missing. */
  readonly cpuSeconds: number;
  /** Peak resident memory in MB of the process itself, and of the largest of its children; 0 where /proc is missing. */
  readonly ownMegabytes: number;
  readonly childMegabytes: number;
  /** What it printed on stdout. */
  readonly output: string;
}

/** Often enough to see a child's last state: VmHWM is a peak, so only its last growth can be missed. */
const samplingMs = 20;

/** Of the times in /proc, on every Linux that Node runs on. */
const ticksPerSecond = 100;

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function peakMegabytes(pid: number | string): number {
  const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(read(`/proc/${String(pid)}/status`))?.[1];
  return Number(kilobytes ?? 0) / 1024;
}

function childrenOf(pid: number): string[] {
  return read(`/proc/${String(pid)}/task/${String(pid)}/children`)
    .split(' ')
    .filter((child) => child !== '');
}

/** What children of this process that have ended took of the processor, with those that they had waited for. */
function cpuSecondsOfChildren(): number {
  // Behind the name, which may hold spaces: user and system time of children are the 16th and 17th field of all.
  const fields = read('/proc/self/stat')
    .replace(/^.*\) /s, '')
    .split(' ');
  return (Number(fields[13] ?? 0) + Number(fields[14] ?? 0)) / ticksPerSecond;
}

/**
 * Runs the command to its end; another exit status than the one that is expected is an error. What it prints goes into a
 * file: a pipe would have to be emptied meanwhile.
 */
export async function time({ program, args, env, status: expected }: Command): Promise<Timing> {
  const folder = mkdtempSync(join(tmpdir(), 'olkconform-bench-'));
  const file = join(folder, 'stdout');
  const stdout = openSync(file, 'w');
  try {
    const cpuBefore = cpuSecondsOfChildren();
    const start = performance.now();
    const child = spawn(program, args, { env, stdio: ['ignore', stdout, 'ignore'] });
    const { pid = 0 } = child;
    let ownMegabytes = 0;
    let childMegabytes = 0;
    const sampler = setInterval(() => {
      ownMegabytes = Math.max(ownMegabytes, peakMegabytes(pid));
      childMegabytes = Math.max(childMegabytes, ...childrenOf(pid).map(peakMegabytes));
    }, samplingMs);
    const status = await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', resolve);
    });
    clearInterval(sampler);
    const seconds = (performance.now() - start) / 1000;
    if (status !== expected) throw new Error(`${program} ${args.join(' ')} ended with ${String(status)}`);
    const cpuSeconds = cpuSecondsOfChildren() - cpuBefore;
    return { seconds, cpuSeconds, ownMegabytes, childMegabytes, output: readFileSync(file, 'utf8') };
  } finally {
    closeSync(stdout);
    rmSync(folder, { recursive: true });
  }
}

export interface Spread {
  readonly min: number;
  readonly median: number;
  readonly max: number;
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (position: number): number => sorted[Math.round(position * (sorted.length - 1))] ?? Number.NaN;
  return { min: at(0), median: at(0.5), max: at(1) };
}
