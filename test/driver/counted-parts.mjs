/** The test suites: Mocha for the TypeScript, xunit for the bridge. Each writes its counts into a file. */
import fs from 'node:fs';
import path from 'node:path';
import { dotnetEnvironment, findDotnet } from '../../harness/setup/dotnet.mjs';
import { thisHost } from '../../harness/setup/places.mjs';
import { capture } from '../../harness/setup/program.mjs';
import { countsOfMocha, countsOfTrx, reckon } from './counts.mjs';

/** The parts take a few minutes on two busy cores; one that takes this long will never end. */
const deadline = 20 * 60 * 1000;

/**
 * @param {string} root
 * @returns {{ mocha: import('./lane.mjs').Part, xunit: import('./lane.mjs').Part }}
 */
export function countedParts(root) {
  const results = path.join(root, 'build', 'test-results');
  const mochaResult = path.join(results, 'mocha.json');
  const bridgeResult = path.join(results, 'bridge.trx');
  return {
    mocha: {
      name: 'mocha',
      run: () => {
        const args = [path.join('test', 'driver', 'mocha.mjs'), mochaResult];
        return counted(mochaResult, countsOfMocha, () =>
          capture(process.execPath, args, { cwd: root, timeout: deadline }),
        );
      },
    },
    xunit: {
      name: 'xunit of the bridge',
      run: () => {
        const logger = `trx;LogFileName=${path.basename(bridgeResult)}`;
        const args = ['test', path.join('test', 'bridge'), '--logger', logger, '--results-directory', results];
        return counted(bridgeResult, countsOfTrx, () =>
          capture(findDotnet(thisHost()) ?? 'dotnet', args, { cwd: root, env: dotnetEnvironment, timeout: deadline }),
        );
      },
    },
  };
}

/**
 * @param {string} file where the tool writes its counts; one of an earlier run must not be read for this one's
 * @param {(content: string) => { planned: number, passed: number, failed: number } | undefined} read
 * @param {() => Promise<import('../../harness/setup/program.mjs').Ended>} run
 * @returns {Promise<import('./lane.mjs').PartResult>}
 */
export async function counted(file, read, run) {
  fs.rmSync(file, { force: true });
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const { status, output } = await run();
  const told = fs.existsSync(file) ? read(fs.readFileSync(file, 'utf8')) : undefined;
  return { counts: reckon(told, status), output: `${output}\n(ended with ${status})\n` };
}
