import path from 'node:path';
import { placesOf, thisHost } from './places.mjs';
import { prepare } from './prepare.mjs';
import { SetupProblem } from './problem.mjs';
import { setupSteps } from './steps.mjs';
import { nodeVersion } from './steps/node-version.mjs';

/**
 * The whole set-up of one repository; whatever stops it is said on stderr.
 * @param {string} root
 * @returns {Promise<boolean>} whether everything is there
 */
export async function setUp(root) {
  const host = thisHost();
  const write = (/** @type {string} */ text) => void process.stderr.write(text);
  try {
    // First and by itself: on an older Node the rest of the set-up cannot be trusted to run.
    const node = nodeVersion(host);
    if (!node.isDone()) {
      await node.run();
    }
    await prepare(setupSteps(placesOf(root, host), host), write, { folder: path.join(root, 'build') });
    return true;
  } catch (error) {
    if (!(error instanceof SetupProblem)) {
      throw error;
    }
    write(`${error.report()}\n`);
    return false;
  }
}
