import fs from 'node:fs';
import path from 'node:path';
import { runProgram } from '../program.mjs';
import { hashOf, makeStamped, stampSays } from '../stamp.mjs';

/** What tsc reads, beside the packages' types. */
const sources = ['harness', 'suites', 'reports', 'test', 'bench', 'examples', 'tsconfig.json', 'package-lock.json'];

/**
 * The TypeScript, compiled and type-checked. What is left over in dist/ of a source that is gone would still be run as
 * a test, so it is removed.
 * @param {import('../places.mjs').Places} places
 * @param {import('../places.mjs').Host} host
 * @returns {import('../prepare.mjs').Step}
 */
export function typescript({ root, dist }, host) {
  const stamp = path.join(dist, '.olkconform-stamp');
  const wanted = () => hashOf(root, sources, (file) => /\.m?ts$|\.mjs$/.test(file));
  return {
    name: 'TypeScript',
    isDone: () => stampSays(stamp, wanted()),
    run: () =>
      makeStamped(stamp, wanted(), async () => {
        const tsc = path.join(root, 'node_modules', 'typescript', 'bin', 'tsc');
        await runProgram(host.execPath, [tsc, '-p', '.'], {
          cwd: root,
          failure: 'The TypeScript does not compile.',
          remedy: 'npx tsc -p .',
        });
        removeLeftovers(root, dist);
      }),
  };
}

/**
 * @param {string} root
 * @param {string} dist
 * @returns {void}
 */
export function removeLeftovers(root, dist) {
  for (const entry of fs.readdirSync(dist, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    const source = sourceOf(path.join(root, path.relative(dist, file)));
    if (entry.isFile() && source !== undefined && !fs.existsSync(source)) {
      fs.rmSync(file);
    }
  }
}

/**
 * @param {string} output where a compiled file would be if it lay among the sources
 * @returns {string | undefined}
 */
function sourceOf(output) {
  const bare = output.replace(/\.map$/, '').replace(/\.d\.(m?)ts$/, '.$1js');
  if (bare.endsWith('.mjs')) {
    return bare;
  }
  return bare.endsWith('.js') ? bare.replace(/\.js$/, '.ts') : undefined;
}
