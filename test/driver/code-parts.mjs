/** What is checked without running any of the product: lint, unused code, format. Each counts as one check. */
import fs from 'node:fs';
import path from 'node:path';
import { dotnetEnvironment, findDotnet } from '../../harness/setup/dotnet.mjs';
import { thisHost } from '../../harness/setup/places.mjs';
import { SetupProblem } from '../../harness/setup/problem.mjs';
import { capture, findProgram } from '../../harness/setup/program.mjs';
import { installPackages } from '../../harness/setup/steps/system-packages.mjs';

/** By folder: white space does not depend on the projects, and loading them takes as long again. */
const csharpFolders = ['harness/host/', 'test/bridge/', 'bench/drivers/'];
const csharpFormat = ['format', 'whitespace', '.', '--folder', '--verify-no-changes', '--include', ...csharpFolders];

const cppFolders = ['fixtures', 'harness/host/native', 'include', 'examples', 'bench/drivers'];

/**
 * @param {string} root
 * @returns {import('./lane.mjs').Part[]}
 */
export function codeParts(root) {
  const host = thisHost();
  const packaged = (/** @type {string[]} */ ...script) => path.join(root, 'node_modules', ...script);
  const node = (/** @type {string[]} */ ...args) => check(root, host.execPath, args);
  const dotnet = findDotnet(host) ?? 'dotnet';
  return [
    { name: 'lint', run: () => node(packaged('oxlint', 'bin', 'oxlint'), '--type-aware', '--deny-warnings') },
    { name: 'format', run: () => node(packaged('prettier', 'bin', 'prettier.cjs'), '--check', '.') },
    { name: 'unused code', run: () => node(packaged('knip', 'bin', 'knip.js')) },
    // What npm would publish: nothing that package.json names is missing, or is other than it says.
    { name: 'package.json', run: () => node(packaged('publint', 'src', 'cli.js'), '--strict') },
    { name: 'C# format', run: () => check(root, dotnet, csharpFormat, dotnetEnvironment) },
    { name: 'C++ format', run: () => cppFormat(root, host) },
  ];
}

/**
 * @param {string} root
 * @param {string} program
 * @param {readonly string[]} args
 * @param {Readonly<Record<string, string>>} [env]
 * @returns {Promise<import('./lane.mjs').PartResult>}
 */
async function check(root, program, args, env = {}) {
  const { status, output } = await capture(program, args, { cwd: root, env });
  return { counts: status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }, output };
}

/**
 * `npm start` needs no clang-format, so the set-up does not bring it; without root and without it there is no check.
 * @param {string} root
 * @param {import('../../harness/setup/places.mjs').Host} host
 * @returns {Promise<import('./lane.mjs').PartResult>}
 */
async function cppFormat(root, host) {
  try {
    if (findProgram('clang-format', host) === undefined) {
      await installPackages(['clang-format'], { root, host, isRoot: process.getuid?.() === 0 });
    }
  } catch (error) {
    if (error instanceof SetupProblem) {
      return { counts: { passed: 0, failed: 0 }, output: '', notRun: error.report() };
    }
    throw error;
  }
  const files = cppFolders.flatMap((folder) =>
    fs
      .readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(c|cpp|h)$/.test(file) && !file.split(path.sep).includes('build'))
      .map((file) => path.join(folder, file)),
  );
  return check(root, findProgram('clang-format', host) ?? 'clang-format', ['--dry-run', '-Werror', ...files]);
}
