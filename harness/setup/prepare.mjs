/** Walks through the steps of the set-up in their order, does those that are not done, and says so. */
import { withLock } from './lock.mjs';
import { SetupProblem } from './problem.mjs';

/**
 * One thing that has to be there before the tool can run.
 * @typedef {object} Step
 * @property {string} name
 * @property {() => boolean} isDone quick: reads stamps, starts nothing
 * @property {() => Promise<void>} run makes it, or throws a SetupProblem
 */

/**
 * @param {readonly Step[]} steps
 * @param {(text: string) => void} write progress, to stderr
 * @param {{ folder: string, now?: () => number }} options folder: where only one set-up may work at a time
 * @returns {Promise<void>}
 */
export async function prepare(steps, write, { folder, now = () => performance.now() }) {
  if (steps.every((step) => step.isDone())) {
    return;
  }
  const onWait = () => write('Another set-up is at work in this folder; waiting for it.\n');
  await withLock(folder, onWait, async () => {
    for (const [index, step] of steps.entries()) {
      if (!step.isDone()) {
        write(`[${index + 1}/${steps.length}] ${step.name} … `);
        const start = now();
        try {
          await step.run();
        } catch (error) {
          write('failed\n');
          throw error;
        }
        if (!step.isDone()) {
          write('failed\n');
          throw new SetupProblem(`"${step.name}" came to its end, but what it makes is not there.`);
        }
        write(`${((now() - start) / 1000).toFixed(1)} s\n`);
      }
    }
  });
}
