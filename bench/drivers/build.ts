/** Builds the drivers into build/bench: the bench's own set-up, no part of what `npm start` prepares. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { root } from '../../harness/certify/host-places.js';
import { dotnetEnvironment, findDotnet } from '../../harness/setup/dotnet.mjs';
import { thisHost } from '../../harness/setup/places.mjs';
import { SetupProblem } from '../../harness/setup/problem.mjs';
import { findProgram, runProgram } from '../../harness/setup/program.mjs';
import { installPackages } from '../../harness/setup/steps/system-packages.mjs';

const built = join(root, 'build', 'bench');

/** Where Debian's package `googletest` has the sources. */
const googleTest = '/usr/src/googletest/googletest';

/** The compiler with the threads of C++. */
const cppCompiler = 'x86_64-w64-mingw32-g++-posix';

export interface CppDriver {
  readonly program: string;
  /** Without, it checks with a few lines of its own. */
  readonly hasGoogleTest: boolean;
}

/** Installs what is not there and can be installed, and says whether it is there then. */
async function has(isThere: () => boolean, debianPackage: string): Promise<boolean> {
  if (isThere()) return true;
  try {
    await installPackages([debianPackage], { root, host: thisHost(), isRoot: process.getuid?.() === 0 });
  } catch (error) {
    if (!(error instanceof SetupProblem)) throw error;
  }
  return isThere();
}

/** `mayInstall`: GoogleTest's sources, where they are missing. */
export async function buildCppDriver(mayInstall: boolean): Promise<CppDriver> {
  const make = findProgram('make', thisHost()) ?? 'make';
  const hasSources = (): boolean => existsSync(googleTest);
  const hasGoogleTest = mayInstall ? await has(hasSources, 'googletest') : hasSources();
  // What was built with the one must not be linked with the other.
  const out = join(built, hasGoogleTest ? 'cpp-googletest' : 'cpp');
  const args = ['-C', join('bench', 'drivers', 'cpp'), '-j2', `OUT=${out}`];
  await runProgram(make, hasGoogleTest ? [...args, `GOOGLETEST=${googleTest}`] : args, { cwd: root });
  return { program: join(out, 'driver.exe'), hasGoogleTest };
}

export function hasCppCompiler(): boolean {
  return findProgram(cppCompiler, thisHost()) !== undefined;
}

/** A C# project of the bench; the answer is its assembly. */
export async function buildAssembly(project: string): Promise<string> {
  const name = project.replace(/^.*\//, '').replace(/\.csproj$/, '');
  const out = join(built, name);
  const dotnet = findDotnet(thisHost()) ?? 'dotnet';
  const args = ['publish', join(root, 'bench', project), '-c', 'Release', '-o', out, '-v', 'quiet', '--nologo'];
  await runProgram(dotnet, args, { cwd: root, env: dotnetEnvironment });
  return join(out, `${name}.dll`);
}
