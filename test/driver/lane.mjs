/** Runs parts of `npm test` one after the other, and tells of each when it is over. */
import { closingLine } from './counts.mjs';

/**
 * One thing that `npm test` does.
 * @typedef {object} Part
 * @property {string} name
 * @property {() => Promise<PartResult>} run
 */

/**
 * @typedef {object} PartResult
 * @property {import('./counts.mjs').Counts} counts
 * @property {string} output shown when something failed
 * @property {string} [note] what was measured: shown behind the time
 * @property {string} [notRun] why it was not run: then it counts for nothing, and says so
 */

/**
 * @param {readonly Part[]} parts
 * @param {(text: string) => void} say
 * @returns {Promise<import('./counts.mjs').Counts[]>}
 */
export async function runLane(parts, say) {
  const all = [];
  for (const part of parts) {
    const start = performance.now();
    const { counts, output, note, notRun } = await part.run();
    if (notRun === undefined) {
      const seconds = `${((performance.now() - start) / 1000).toFixed(1)} s`;
      const time = note === undefined ? seconds : `${seconds}, ${note}`;
      const isGood = counts.failed === 0;
      say(`${isGood ? 'ok    ' : 'FAILED'} ${part.name}: ${closingLine(counts)} (${time})\n${isGood ? '' : output}`);
      all.push(counts);
    } else {
      say(`not run: ${part.name}: ${notRun}\n`);
    }
  }
  return all;
}
