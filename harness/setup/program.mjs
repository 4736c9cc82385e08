/** Finding programs without starting any, and starting them with their output held back until they fail. */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
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
 * Runs a program to its end and gives its output back. A failure shows the command as it was run and what it printed.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv, remedy?: string }} options remedy: what the user is to type instead of the command
 * @returns {Promise<string>}
 */
export async function runProgram(program, args, { cwd, env = {}, remedy }) {
  const command = commandLine(program, args);
  const { status, output } = await new Promise((resolve, reject) => {
    const child = spawn(program, [...args], {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    /** @type {Buffer[]} */
    const chunks = [];
    child.stdout.on('data', (/** @type {Buffer} */ chunk) => chunks.push(chunk));
    child.stderr.on('data', (/** @type {Buffer} */ chunk) => chunks.push(chunk));
    child.once('error', (error) => {
      reject(new SetupProblem(`${program} could not be started (${error.message}).`, { remedy: remedy ?? command }));
    });
    child.once('close', (code, signal) => {
      resolve({ status: signal ?? code, output: Buffer.concat(chunks).toString('utf8') });
    });
  });
  if (status !== 0) {
    const end = typeof status === 'number' ? `with status ${status}` : `by ${status}`;
    throw new SetupProblem(`${path.basename(program)} ended ${end}.`, {
      remedy: remedy ?? command,
      details: [`$ ${command}`, ...worthShowing(output)],
    });
  }
  return output;
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
