import fs from 'node:fs';
import path from 'node:path';

/**
 * Lets `npx olkconform` inside the repository find the repository's own command, as npm does for installed packages.
 * @param {import('../places.mjs').Places} places
 * @param {import('../places.mjs').Host} host
 * @returns {import('../prepare.mjs').Step}
 */
export function command({ root, commandLine: main }, { platform }) {
  const bin = path.join(root, 'node_modules', '.bin');
  const name = path.join(bin, platform === 'win32' ? 'olkconform.cmd' : 'olkconform');
  const target = path.relative(bin, main);
  return {
    name: 'npx olkconform',
    isDone: () => isExecutable(main) && isExecutable(name),
    run: async () => {
      fs.chmodSync(main, 0o755);
      fs.rmSync(name, { force: true });
      fs.mkdirSync(bin, { recursive: true });
      if (platform === 'win32') {
        fs.writeFileSync(name, `@node "%~dp0${target}" %*\r\n`);
      } else {
        fs.symlinkSync(target, name);
      }
    },
  };
}

/**
 * @param {string} file
 * @returns {boolean}
 */
function isExecutable(file) {
  try {
    fs.accessSync(file, fs.constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
