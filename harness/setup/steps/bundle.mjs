import fs from 'node:fs';
import path from 'node:path';
import { bundleInto } from '../esbuild.mjs';
import { windowsNode } from '../places.mjs';
import { hashOf, makeStamped, stampSays } from '../stamp.mjs';

const recipe = ['harness/setup/steps/bundle.mjs', 'harness/setup/esbuild.mjs', 'package-lock.json'];

/**
 * The command line in a handful of files instead of hundreds: Node reads them in half the time, and a run can start its
 * child that much sooner.
 * @param {import('../places.mjs').Places} places
 * @param {import('../places.mjs').Host} host
 * @returns {import('../prepare.mjs').Step}
 */
export function bundle(places, host) {
  const { root, dist, commandLine } = places;
  const folder = path.dirname(commandLine);
  const stamp = path.join(folder, '.olkconform-stamp');
  const compiled = path.relative(root, dist);
  const wanted = () => hashOf(root, [path.join(compiled, '.olkconform-stamp'), ...recipe]);
  return {
    name: 'command line',
    isDone: () => stampSays(stamp, wanted()),
    run: () =>
      makeStamped(stamp, wanted(), async () => {
        fs.rmSync(folder, { recursive: true, force: true });
        // What `import 'olkconform'` finds is the second one: package.json names it.
        const entries = ['main.js', 'embed.js'].map((file) => path.join(dist, 'harness', 'cli', file));
        await bundleInto(places, host, { entries, folder, also: ['--splitting'] });
      }),
  };
}

/**
 * What the child runs: one file, and beside it edge-js's native part for the Node that runs it.
 * @param {import('../places.mjs').Places} places
 * @param {import('../places.mjs').Host} host
 * @returns {import('../prepare.mjs').Step}
 */
export function childEntry(places, host) {
  const { root, dist, entry, edge } = places;
  const folder = path.dirname(entry);
  const stamp = path.join(folder, '.olkconform-stamp');
  const compiled = path.posix.join(path.relative(root, dist).replaceAll('\\', '/'), 'harness', 'host');
  const wanted = () => hashOf(root, [compiled, ...recipe], (file) => file.endsWith('.js'));
  return {
    name: 'child’s entry',
    isDone: () => stampSays(stamp, wanted()),
    run: () =>
      makeStamped(stamp, wanted(), async () => {
        fs.rmSync(folder, { recursive: true, force: true });
        const [major = ''] = windowsNode.version.split('.');
        const also = ['--out-extension:.js=.mjs'];
        await bundleInto(places, host, { entries: [path.join(dist, 'harness', 'host', 'entry.js')], folder, also });
        fs.copyFileSync(
          path.join(root, 'node_modules', 'edge-js', 'lib', 'native', 'win32', 'x64', major, 'edge_coreclr.node'),
          edge,
        );
      }),
  };
}
