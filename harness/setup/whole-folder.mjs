/** A folder that is either whole or not there: it is made under another name and moved into place. */
import fs from 'node:fs';
import { withLock } from './lock.mjs';

/**
 * @param {string} folder
 * @param {(half: string) => Promise<void>} make fills the folder it is given, which is there and empty
 * @returns {Promise<void>}
 */
export async function makeWhole(folder, make) {
  const half = `${folder}.half`;
  fs.rmSync(half, { recursive: true, force: true });
  fs.mkdirSync(half, { recursive: true });
  await make(half);
  fs.rmSync(folder, { recursive: true, force: true });
  fs.renameSync(half, folder);
}

/**
 * A step whose folder lies in the user's cache, where another repository's set-up may be making the same one.
 * @param {string} name
 * @param {{ cache: string, folder: string, isDone: () => boolean, make: (half: string) => Promise<void> }} what
 * @returns {import('./prepare.mjs').Step}
 */
export function cachedFolder(name, { cache, folder, isDone, make }) {
  const run = async () => {
    if (!isDone()) {
      await makeWhole(folder, make);
    }
  };
  return { name, isDone, run: () => withLock(cache, () => {}, run) };
}
