/** What lies in the user's cache, and is made when it is first needed: an installed package writes nowhere else. */
import { say, type Message } from '../language/message.js';
import { UsageError } from '../plan/usage-error.js';
import type { Host, Places } from '../setup/places.mjs';
import { SetupProblem } from '../setup/problem.mjs';
import { windowsNode } from '../setup/steps/windows-node.mjs';
import { winePrefix } from '../setup/steps/wine-prefix.mjs';

/** A cache that cannot be written to, or a full disk: what the system says of a file. */
function isOfTheSystem(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error && 'syscall' in error;
}

/**
 * @throws UsageError when something cannot be made.
 */
export async function makeReady(places: Places, host: Host, tell: (what: Message) => void): Promise<void> {
  const steps = [windowsNode(places, host), ...(host.platform === 'win32' ? [] : [winePrefix(places, host)])];
  for (const step of steps.filter((each) => !each.isDone())) {
    tell(say('first use: making {what} in {folder} …', { what: step.name, folder: places.cache }));
    try {
      await step.run();
    } catch (error) {
      if (error instanceof SetupProblem || isOfTheSystem(error)) {
        const reason = [error.message, ...(error instanceof SetupProblem ? error.details : [])].join(' ');
        throw new UsageError(
          say('{what} cannot be made in {folder}: {reason}', { what: step.name, folder: places.cache, reason }),
          'The cache folder must be one that can be written to: OLKCONFORM_CACHE names another. olkconform doctor says what is missing.',
        );
      }
      throw error;
    }
  }
}
