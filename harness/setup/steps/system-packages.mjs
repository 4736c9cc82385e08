import { SetupProblem } from '../problem.mjs';
import { commandLine, findProgram, runProgram } from '../program.mjs';
import { findWine, findWineServer } from '../wine.mjs';

/**
 * What the operating system has to provide: Wine to run the child in, and a compiler for the fixtures. Known by their
 * programs, not by the package database: a user may have them from elsewhere.
 * @param {import('../places.mjs').Places} places
 * @param {import('../places.mjs').Host} host
 * @param {boolean} [isRoot]
 * @returns {import('../prepare.mjs').Step}
 */
export function systemPackages({ root }, host, isRoot = process.getuid?.() === 0) {
  const missing = () => missingPackages(host);
  return {
    name: host.platform === 'win32' ? 'compiler for the fixtures' : 'Wine and mingw-w64',
    isDone: () => missing().length === 0,
    run: async () => {
      if (host.platform === 'win32') {
        throw new SetupProblem(
          'g++ and make of mingw-w64 are not on PATH; afterwards add C:\\msys64\\mingw64\\bin and C:\\msys64\\usr\\bin to it.',
          {
            remedy:
              'winget install MSYS2.MSYS2 & C:\\msys64\\usr\\bin\\pacman -S --needed --noconfirm make mingw-w64-x86_64-gcc',
          },
        );
      }
      await installPackages(missing(), { root, host, isRoot });
    },
  };
}

/**
 * @param {import('../places.mjs').Host} host
 * @returns {string[]} names of Debian packages
 */
export function missingPackages(host) {
  const hasWine = findWine(host) !== undefined && findWineServer(host) !== undefined;
  return [
    { name: 'wine64', isThere: hasWine || host.platform === 'win32' },
    { name: 'g++-mingw-w64-x86-64', isThere: findProgram('x86_64-w64-mingw32-g++', host) !== undefined },
    { name: 'make', isThere: findProgram('make', host) !== undefined },
  ].flatMap(({ name, isThere }) => (isThere ? [] : [name]));
}

/**
 * @param {readonly string[]} packages
 * @param {{ root: string, host: import('../places.mjs').Host, isRoot: boolean }} options
 * @returns {Promise<void>}
 */
export async function installPackages(packages, { root, host, isRoot }) {
  const install = ['install', '-y', '--no-install-recommends', ...packages];
  const remedy = commandLine('sudo', ['apt-get', ...install]);
  const aptGet = findProgram('apt-get', host);
  if (aptGet === undefined) {
    throw new SetupProblem(`Not found: ${packages.join(', ')} (names of Debian's packages), and this is no Debian.`, {
      remedy: `the package manager of this system for them, on Debian: ${remedy}`,
    });
  }
  if (!isRoot) {
    throw new SetupProblem(`Not installed: ${packages.join(', ')}, and only root can install them.`, { remedy });
  }
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  // Another apt at work is waited for instead of failing at its lock.
  const patience = ['-o', 'DPkg::Lock::Timeout=120'];
  try {
    await runProgram(aptGet, [...patience, 'update'], { cwd: root, env });
  } catch {
    // One source of several that cannot be read must not stop what the others provide: the install decides.
  }
  await runProgram(aptGet, [...patience, ...install], { cwd: root, env, remedy });
}
