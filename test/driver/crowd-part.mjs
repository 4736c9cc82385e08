/** Builds the crowd of correct helpers, which only the tests need, and so do the compilers of its foreign members. */
import os from 'node:os';
import { placesOf, thisHost } from '../../harness/setup/places.mjs';
import { SetupProblem } from '../../harness/setup/problem.mjs';
import { capture, findProgram } from '../../harness/setup/program.mjs';
import { installPackages } from '../../harness/setup/steps/system-packages.mjs';

/** The lightest compiler of another language that makes Windows DLLs, and the lightest that makes them for x86. */
const compilers = [
  { program: 'x86_64-w64-mingw32-gnatgcc', package: 'gnat-mingw-w64-x86-64-win32', member: 'its member in Ada' },
  { program: 'i686-w64-mingw32-gcc', package: 'gcc-mingw-w64-i686-win32', member: 'its member for x86' },
];

/**
 * @param {string} root
 * @returns {import('./lane.mjs').Part}
 */
export function crowdPart(root) {
  const host = thisHost();
  return {
    name: 'the crowd of correct helpers',
    run: async () => {
      let note = '';
      const missing = compilers.filter(({ program }) => findProgram(program, host) === undefined);
      try {
        if (missing.length > 0) {
          const packages = missing.map((compiler) => compiler.package);
          await installPackages(packages, { root, host, isRoot: process.getuid?.() === 0 });
        }
      } catch (error) {
        if (!(error instanceof SetupProblem)) {
          throw error;
        }
        note = `without ${missing.map(({ member }) => member).join(' and ')}: ${error.report()}\n`;
      }
      const out = placesOf(root, host).fixtures;
      // make wants forward slashes, on Windows too, and there Node is as a rule in C:/Program Files.
      const [target, node] = [out, host.execPath].map((file) => file.replaceAll('\\', '/'));
      const args = ['-C', 'fixtures', `-j${os.availableParallelism()}`, `OUT=${target}`, `NODE="${node}"`, 'crowd'];
      const { status, output } = await capture(findProgram('make', host) ?? 'make', args, { cwd: root });
      return { counts: status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }, output: note + output };
    },
  };
}
