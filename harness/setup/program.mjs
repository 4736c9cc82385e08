/** Finding programs without starting any, and starting them with their output held back until they fail. */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { SetupProblem } from './problem.mjs';

/** How much of a failed program's output is shown: npm says what is wrong first, a compiler last. */
const shownFirst = 6;
const shownLast = 20;

/**
 * @param {string} name a program's name, or an absolute path
 * @param {import('./places.mjs').Host} host
 * @returns {string | undefined} its absolute path
 */
export function findProgram(name, host) {
  const names = host.platform === 'win32' && path.extname(name) === '' ? [`${name}.exe`] : [name];
  const folders = path.isAbsolute(name) ? [''] : (host.env['PATH'] ?? '').split(path.delimiter).filter(Boolean);
  return folders.flatMap((folder) => names.map((each) => path.join(folder, each))).find(isProgram);
}

/**
 * @param {string} file
 * @returns {boolean}
 */
function isProgram(file) {
  try {
    fs.accessSync(file, fs.constants.X_OK);
    return fs.statSync(file).isFile();
  } catch {
    return false;
  }
}

/**
 * @typedef {object} Ended
 * @property {number | string} status the exit status, or the signal that ended it
 * @property {string} output stdout and stderr in the order in which they were written
 */

/**
 * Runs a program to its end and gives its output back, whatever its status. The output goes through a file: a pipe
 * would stay open as long as any service that the program has left behind (a wineserver, a build server).
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv, timeout?: number }} options
 * @returns {Promise<Ended>}
 */
export async function capture(program, args, { cwd, env = {}, timeout }) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'olkconform-'));
  const file = fs.openSync(path.join(folder, 'output'), 'w+');
  try {
    /** @type {number | string} */
    const status = await new Promise((resolve, reject) => {
      const child = spawn(program, [...args], {
        cwd,
        env: { ...process.env, ...env },
        stdio: ['ignore', file, file],
        timeout,
        killSignal: 'SIGKILL',
      });
      child.once('error', reject);
      child.once('exit', (code, signal) => resolve(signal ?? code ?? 'no status'));
    });
    const output = Buffer.alloc(fs.fstatSync(file).size);
    fs.readSync(file, output, 0, output.length, 0);
    return { status, output: output.toString('utf8') };
  } finally {
    fs.closeSync(file);
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Runs a program that has to succeed. A failure shows the command as it was run and what it printed.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv, failure?: string, remedy?: string }} options failure: what it means
 *   when the program fails; remedy: what the user is to type instead of the command
 * @returns {Promise<void>}
 */
export async function runProgram(program, args, { failure, remedy, ...options }) {
  const command = commandLine(program, args);
  const { status, output } = await capture(program, args, options);
  if (status !== 0) {
    throw new SetupProblem(failure ?? `${path.basename(program)} ended with ${status}.`, {
      remedy: remedy ?? command,
      details: [`$ ${command}`, ...worthShowing(output)],
    });
  }
}

/**
 * @param {string} output
 * @returns {string[]}
 */
function worthShowing(output) {
  const lines = output.split(/\r?\n/).filter((line) => line.trim() !== '');
  const left = lines.length - shownFirst - shownLast;
  return left <= 1 ? lines : [...lines.slice(0, shownFirst), `… ${left} more lines …`, ...lines.slice(-shownLast)];
}

/**
 * A command as it can be typed into a POSIX shell. For reading only: nothing is ever run from such a string.
 * @param {string} program
 * @param {readonly string[]} args
 * @returns {string}
 */
export function commandLine(program, args) {
  return [program, ...args]
    .map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`))
    .join(' ');
}
