/**
 * `npm test`: the same set-up as `npm start`, then everything that can be checked. The last line sums it all up. Mocha
 * runs beside the rest, because most of what it does is waiting for a child.
 */
import { packageRoot } from '../harness/setup/places.mjs';
import { setUp } from '../harness/setup/set-up.mjs';
import { browserPart } from './driver/browser-part.mjs';
import { crowdPart } from './driver/crowd-part.mjs';
import { codeParts } from './driver/code-parts.mjs';
import { countedParts } from './driver/counted-parts.mjs';
import { closingLine, sumOf } from './driver/counts.mjs';
import { packagePart } from './driver/package-part.mjs';
import { runLane } from './driver/lane.mjs';
import { programsPart } from './driver/programs-part.mjs';

const root = packageRoot(import.meta.url);
/** @type {import('./driver/counts.mjs').Counts[]} */
let counts = [{ passed: 0, failed: 1 }];
if (await setUp(root)) {
  const { mocha, xunit } = countedParts(root);
  const say = (/** @type {string} */ text) => void process.stdout.write(text);
  counts = (
    await Promise.all([
      runLane([crowdPart(root), programsPart(root), mocha], say),
      runLane([...codeParts(root), browserPart(root), xunit, packagePart(root)], say),
    ])
  ).flat();
}
const sum = sumOf(counts);
process.stdout.write(`${closingLine(sum)}\n`);
process.exitCode = sum.failed === 0 && sum.passed > 0 ? 0 : 1;
