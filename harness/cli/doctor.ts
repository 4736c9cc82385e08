/** `olkconform doctor`: what a run needs, whether it is there, and how to get it. */
import type { Command } from 'commander';

import type { ExitStatus } from './exit-status.js';
import { tell } from './spoken.js';

export function doctorCommand(program: Command, finish: (status: ExitStatus) => void): void {
  program
    .command('doctor')
    .description(tell('say what a run needs, whether this machine has it, and how to get it'))
    .option('--fix', tell('get it: packages on Debian, as root, and what the first use would make'))
    .option('--json', tell('as JSON'))
    .action(async ({ fix = false, json = false }: { fix?: boolean; json?: boolean }) => {
      const { examine } = await import('./examination.js');
      finish(await examine({ fix, json }));
    });
}
