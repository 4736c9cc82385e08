/** The tests that look at a page in a real Chromium; only they need one, so the set-up does not bring it. */
import fs from 'node:fs';
import path from 'node:path';
import { thisHost } from '../../harness/setup/places.mjs';
import { SetupProblem } from '../../harness/setup/problem.mjs';
import { capture, findProgram } from '../../harness/setup/program.mjs';
import { installPackages } from '../../harness/setup/steps/system-packages.mjs';
import { counted } from './counted-parts.mjs';
import { countsOfMocha } from './counts.mjs';

/** Debian's name, Ubuntu's, and Google's own. */
const names = ['chromium', 'chromium-browser', 'google-chrome'];

/** A page is opened in a second; one that takes this long will never be. */
const deadline = 5 * 60 * 1000;

/**
 * @param {import('../../harness/setup/places.mjs').Host} host
 * @returns {string | undefined}
 */
export function findChromium(host) {
  return names.map((name) => findProgram(name, host)).find((program) => program !== undefined);
}

/**
 * @param {string} root
 * @returns {import('./lane.mjs').Part}
 */
export function browserPart(root) {
  const host = thisHost();
  return {
    name: 'pages in Chromium',
    run: async () => {
      try {
        if (findChromium(host) === undefined) {
          await installPackages(['chromium'], { root, host, isRoot: process.getuid?.() === 0 });
        }
      } catch (error) {
        if (error instanceof SetupProblem) {
          return { counts: { passed: 0, failed: 0 }, output: '', notRun: error.report() };
        }
        throw error;
      }
      const folder = path.join(root, 'dist', 'test', 'browser');
      const tests = fs.readdirSync(folder).filter((file) => file.endsWith('.test.js'));
      const result = path.join(root, 'build', 'test-results', 'browser.json');
      const args = [path.join('test', 'driver', 'mocha.mjs'), result, ...tests.map((file) => path.join(folder, file))];
      return counted(result, countsOfMocha, () => capture(process.execPath, args, { cwd: root, timeout: deadline }));
    },
  };
}
