/** Makes sure that bubblewrap is there, in which a run may put the helper: whether it holds is tested where it is. */
import { thisHost } from '../../harness/setup/places.mjs';
import { SetupProblem } from '../../harness/setup/problem.mjs';
import { findProgram } from '../../harness/setup/program.mjs';
import { installPackages } from '../../harness/setup/steps/system-packages.mjs';

/**
 * @param {string} root
 * @returns {import('./lane.mjs').Part}
 */
export function sandboxPart(root) {
  const host = thisHost();
  return {
    name: 'bubblewrap',
    run: async () => {
      try {
        if (host.platform === 'linux' && findProgram('bwrap', host) === undefined) {
          await installPackages(['bubblewrap'], { root, host, isRoot: process.getuid?.() === 0 });
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
