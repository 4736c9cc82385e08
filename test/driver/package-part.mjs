/** Packs what npm would publish, and tries it where nothing else is: what is built here must not be needed there. */
import fs from 'node:fs';
import path from 'node:path';
import { capture } from '../../harness/setup/program.mjs';
import { counted } from './counted-parts.mjs';
import { countsOfMocha } from './counts.mjs';

/** Half a minute on an idle machine; a first time takes longer, because Windows Node is yet to be compressed. */
const deadline = 5 * 60 * 1000;

/**
 * @param {string} root
 * @returns {import('./lane.mjs').Part}
 */
export function packagePart(root) {
  return {
    name: 'the package, installed',
    run: async () => {
      const results = path.join(root, 'build', 'test-results');
      const result = path.join(results, 'package.json');
      const size = path.join(results, 'package-size.txt');
      const test = path.join(root, 'dist', 'test', 'package', 'installed.test.js');
      const args = [path.join('test', 'driver', 'mocha.mjs'), result, test];
      fs.rmSync(size, { force: true });
      const told = await counted(result, countsOfMocha, () =>
        capture(process.execPath, args, { cwd: root, timeout: deadline }),
      );
      const bytes = fs.existsSync(size) ? Number(fs.readFileSync(size, 'utf8')) : Number.NaN;
      return { ...told, note: `${(bytes / 1e6).toFixed(1)} MB` };
    },
  };
}
