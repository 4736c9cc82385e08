/** Makes sure of the programs that only tests need: bubblewrap to put a helper in, and CMake to build the examples. */
import { thisHost } from '../../harness/setup/places.mjs';
import { SetupProblem } from '../../harness/setup/problem.mjs';
import { findProgram } from '../../harness/setup/program.mjs';
import { installPackages } from '../../harness/setup/steps/system-packages.mjs';

const programs = [
  { program: 'bwrap', package: 'bubblewrap' },
  { program: 'cmake', package: 'cmake' },
];

/**
 * @param {string} root
 * @returns {import('./lane.mjs').Part}
 */
export function programsPart(root) {
  const host = thisHost();
  return {
    name: 'bubblewrap and CMake',
    run: async () => {
      const missing = programs.filter(({ program }) => findProgram(program, host) === undefined);
      try {
        if (host.platform === 'linux' && missing.length > 0) {
          const packages = missing.map((each) => each.package);
          await installPackages(packages, { root, host, isRoot: process.getuid?.() === 0 });
        }
        return { counts: { passed: 1, failed: 0 }, output: '' };
      } catch (error) {
        if (!(error instanceof SetupProblem)) {
          throw error;
        }
        return { counts: { passed: 0, failed: 1 }, output: `${error.report()}\n` };
      }
    },
  };
}
