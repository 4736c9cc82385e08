/**
 * A stamp is a small file written last: it says from what a thing was made. The step is done when the stamp says what
 * would be written today. It is taken away before the thing is touched, so a half-made thing never counts.
 */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/** Folders that hold what was built or installed, wherever they lie. */
const builtFolders = new Set(['node_modules', 'bin', 'obj', 'dist', 'build', '.git']);

/**
 * @param {string} file
 * @param {string} value
 * @returns {boolean}
 */
export function stampSays(file, value) {
  try {
    return fs.readFileSync(file, 'utf8') === value;
  } catch {
    return false;
  }
}

/**
 * Makes something and stamps it: nothing counts as made until `make` has come to its end.
 * @param {string} file
 * @param {string} value
 * @param {() => Promise<void>} make
 * @returns {Promise<void>}
 */
export async function makeStamped(file, value, make) {
  fs.rmSync(file, { force: true });
  await make();
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(`${file}.half`, value);
  fs.renameSync(`${file}.half`, file);
}

/**
 * A hash over names and contents of files and, all the way down, of folders. What does not exist counts as absent.
 * @param {string} root
 * @param {readonly string[]} entries files and folders, relative to root
 * @param {(file: string) => boolean} [wanted] which files in folders count
 * @returns {string}
 */
export function hashOf(root, entries, wanted = () => true) {
  const hash = createHash('sha256');
  const files = entries.flatMap((entry) => filesUnder(root, entry, wanted));
  for (const file of files.toSorted()) {
    hash.update(`${file}\0`).update(
      createHash('sha256')
        .update(fs.readFileSync(path.join(root, file)))
        .digest(),
    );
  }
  return hash.digest('hex');
}

/**
 * @param {string} root
 * @param {string} entry
 * @param {(file: string) => boolean} wanted
 * @returns {string[]} paths relative to root, with forward slashes
 */
function filesUnder(root, entry, wanted) {
  const stat = fs.statSync(path.join(root, entry), { throwIfNoEntry: false });
  if (stat === undefined) {
    return [];
  }
  if (stat.isFile()) {
    return [entry];
  }
  return fs.readdirSync(path.join(root, entry), { withFileTypes: true }).flatMap((child) => {
    const name = `${entry}/${child.name}`;
    if (child.isDirectory()) {
      return builtFolders.has(child.name) ? [] : filesUnder(root, name, wanted);
    }
    return child.isFile() && wanted(name) ? [name] : [];
  });
}
