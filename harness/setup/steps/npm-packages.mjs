import path from 'node:path';
import { findNpm } from '../npm.mjs';
import { runProgram } from '../program.mjs';
import { hashOf, makeStamped, stampSays } from '../stamp.mjs';

/**
 * The packages exactly as the lock file has them. The stamp lies inside node_modules: `npm ci` begins by removing both.
 * @param {import('../places.mjs').Places} places
 * @param {import('../places.mjs').Host} host
 * @returns {import('../prepare.mjs').Step}
 */
export function npmPackages({ root }, host) {
  const stamp = path.join(root, 'node_modules', '.olkconform-stamp');
  const wanted = () => hashOf(root, ['package-lock.json', '.npmrc']);
  return {
    name: 'npm packages',
    isDone: () => stampSays(stamp, wanted()),
    run: async () => {
      const npm = findNpm(host);
      await makeStamped(stamp, wanted(), async () => {
        // The tools of `npm test` are dev packages: NODE_ENV=production must not leave the compiler out.
        const args = [...npm.args, 'ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
        await runProgram(npm.program, args, {
          cwd: root,
          failure: 'npm could not install the packages.',
          remedy: 'npm ci',
        });
      });
    },
  };
}
