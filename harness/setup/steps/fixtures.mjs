import os from 'node:os';
import path from 'node:path';
import { SetupProblem } from '../problem.mjs';
import { findProgram, runProgram } from '../program.mjs';
import { hashOf, makeStamped, stampSays } from '../stamp.mjs';

/**
 * The reference helpers, the mutants and the instrumented MAPI provider. make knows what of them is out of date.
 * @param {import('../places.mjs').Places} places
 * @param {import('../places.mjs').Host} host
 * @returns {import('../prepare.mjs').Step}
 */
export function fixtures({ root, fixtures: out }, host) {
  const stamp = path.join(out, '.olkconform-stamp');
  const wanted = () => hashOf(root, ['fixtures']);
  return {
    name: 'fixtures',
    isDone: () => stampSays(stamp, wanted()),
    run: async () => {
      const make = findProgram('make', host);
      if (make === undefined) {
        throw new SetupProblem('make is not there any more.');
      }
      // make wants forward slashes, on Windows too.
      const [target, node] = [out, host.execPath].map((file) => file.replaceAll('\\', '/'));
      // Quoted for the recipes: on Windows, Node is as a rule in C:/Program Files.
      const args = ['-C', 'fixtures', `-j${os.availableParallelism()}`, `OUT=${target}`, `NODE="${node}"`];
      await makeStamped(stamp, wanted(), async () => {
        await runProgram(make, args, { cwd: root });
      });
    },
  };
}
