/**
 * `node test/driver/mocha.mjs RESULT [FILE…]`: runs the compiled tests, without FILE all of them that no other part runs,
 * and writes how many there were into RESULT. Mocha's own exit status cannot tell: 256 failures would read as none.
 */
import fs from 'node:fs';
import path from 'node:path';
import Mocha from 'mocha';
import { packageRoot } from '../../harness/setup/places.mjs';

/** Enough for a test that starts the whole stack on a busy machine; the product's own deadlines are far shorter. */
const testTimeout = 120_000;

/** How long what a test has left open may keep Node from coming to its end. */
const endTimeout = 10_000;

/** Tests that another part of `npm test` runs. */
const partsOfTheirOwn = new Set(['browser', 'package']);

const [result, ...chosen] = process.argv.slice(2);
if (result === undefined) {
  throw new Error('usage: node test/driver/mocha.mjs RESULT [FILE…]');
}
const compiled = path.join(packageRoot(import.meta.url), 'dist', 'test');
const found = fs
  .readdirSync(compiled, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.test.js') && !partsOfTheirOwn.has(path.dirname(file)))
  .map((file) => path.join(compiled, file));

/**
 * Only what failed, each at once in a line and all of it again at the end: a build server that shows no more than the head
 * of a long output must show which tests they were.
 */
class FailuresOnly extends Mocha.reporters.Base {
  /**
   * @param {Mocha.Runner} runner whose tests are told of
   * @param {Mocha.MochaOptions} options as Mocha gives them
   */
  constructor(runner, options) {
    super(runner, options);
    runner.on(Mocha.Runner.constants.EVENT_TEST_FAIL, (/** @type {Mocha.Test} */ test) => {
      process.stdout.write(`failed: ${test.fullTitle()}\n`);
    });
    runner.once(Mocha.Runner.constants.EVENT_RUN_END, () => {
      this.epilogue();
    });
  }
}

const mocha = new Mocha({ reporter: FailuresOnly, timeout: testTimeout, forbidOnly: true, forbidPending: true });
for (const file of chosen.length > 0 ? chosen : found.toSorted()) {
  mocha.addFile(file);
}
await mocha.loadFilesAsync();
const planned = mocha.suite.total();
const runner = mocha.run((failures) => {
  const passed = runner.stats?.passes ?? 0;
  fs.writeFileSync(result, JSON.stringify({ planned, passed, failed: failures }));
  process.exitCode = failures === 0 ? 0 : 1;
  setTimeout(() => {
    process.stdout.write(`Still open after the last test: ${process.getActiveResourcesInfo().join(', ')}\n`);
    process.exit(1);
  }, endTimeout).unref();
});
