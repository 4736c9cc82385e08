/** How many checks there were, as each tool tells it. What a tool does not tell counts as a failure, never as nothing. */

/**
 * @typedef {object} Counts
 * @property {number} passed
 * @property {number} failed
 */

/**
 * The counts of a run in which all that was planned has to have come back: a skipped test, or one that vanished behind
 * a failing hook, has not passed.
 * @param {{ planned: number, passed: number, failed: number } | undefined} told what the tool wrote, if it wrote anything
 * @param {number | string} status
 * @returns {Counts}
 */
export function reckon(told, status) {
  if (told === undefined) {
    return { passed: 0, failed: 1 };
  }
  const failed = Math.max(told.failed, told.planned - told.passed);
  const silentFailure = failed === 0 && (status !== 0 || told.passed === 0);
  return { passed: told.passed, failed: silentFailure ? 1 : failed };
}

/**
 * @param {string} xml a .trx file, as `dotnet test --logger trx` writes it
 * @returns {{ planned: number, passed: number, failed: number } | undefined}
 */
export function countsOfTrx(xml) {
  const counters = /<Counters\s([^>]*)>/.exec(xml)?.[1];
  if (counters === undefined) {
    return undefined;
  }
  const [planned, passed, failed] = ['total', 'passed', 'failed'].map((name) =>
    Number(new RegExp(`(?:^|\\s)${name}="(\\d+)"`).exec(counters)?.[1] ?? Number.NaN),
  );
  if (planned === undefined || passed === undefined || failed === undefined) {
    return undefined;
  }
  return Number.isNaN(planned + passed + failed) ? undefined : { planned, passed, failed };
}

/**
 * @param {string} json what mocha.mjs wrote
 * @returns {{ planned: number, passed: number, failed: number } | undefined}
 */
export function countsOfMocha(json) {
  /** @type {unknown} */
  const told = JSON.parse(json);
  if (typeof told !== 'object' || told === null || !('planned' in told && 'passed' in told && 'failed' in told)) {
    return undefined;
  }
  const { planned, passed, failed } = told;
  const areNumbers = typeof planned === 'number' && typeof passed === 'number' && typeof failed === 'number';
  return areNumbers ? { planned, passed, failed } : undefined;
}

/**
 * @param {readonly Counts[]} counts
 * @returns {Counts}
 */
export function sumOf(counts) {
  return {
    passed: counts.reduce((sum, each) => sum + each.passed, 0),
    failed: counts.reduce((sum, each) => sum + each.failed, 0),
  };
}

/**
 * @param {Counts} counts
 * @returns {string}
 */
export function closingLine({ passed, failed }) {
  return `${passed} passed, ${failed} failed`;
}
