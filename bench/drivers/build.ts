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

/** GoogleTest's sources are installed where they are wanted, missing, and can be had. */
export async function buildCppDriver({ withGoogleTest }: { withGoogleTest: boolean }): Promise<CppDriver> {
  const make = findProgram('make', thisHost()) ?? 'make';
  const hasSources = (): boolean => existsSync(googleTest);
  const hasGoogleTest = withGoogleTest && (await has(hasSources, 'googletest'));
  // What was built with the one must not be linked with the other.
  const out = join(built, hasGoogleTest ? 'cpp-googletest' : 'cpp');
  const args = ['-C', join('bench', 'drivers', 'cpp'), '-j2', `OUT=${out}`];
  await runProgram(make, hasGoogleTest ? [...args, `GOOGLETEST=${googleTest}`] : args, { cwd: root });
  return { program: join(out, 'driver.exe'), hasGoogleTest };
}

export function hasCppCompiler(): boolean {
  return findProgram(cppCompiler, thisHost()) !== undefined;
}

/**
 * The assembly that the C# of all drivers is in. With it in the folder is edge-js, and a runtime with all of .NET, for
 * drivers that use more than the bridge does: what the bridge is published with is trimmed to its needs.
 */
export async function buildAssembly(): Promise<string> {
  const out = join(built, 'csharp');
  const dotnet = findDotnet(thisHost()) ?? 'dotnet';
  const project = join(root, 'bench', 'drivers', 'Drivers.csproj');
  const whole = ['-c', 'Release', '-r', 'win-x64', '--self-contained'];
  const args = ['publish', project, ...whole, '-o', out, '-v', 'quiet', '--nologo'];
  await runProgram(dotnet, args, { cwd: root, env: dotnetEnvironment });
  return join(out, 'Drivers.dll');
}
