/** `olkconform man`: the manual, made from the commands as --help shows them. man/olkconform.1 is what it prints. */
import type { Command } from 'commander';

import { exitStatus, type ExitStatus } from './exit-status.js';
import { print } from './output.js';
import { tell } from './spoken.js';

export function manCommand(program: Command, finish: (status: ExitStatus) => void): void {
  program
    .command('man')
    .description(tell('print the manual page: olkconform(1)'))
    .action(async () => {
      const { manualPage } = await import('./manual-page.js');
      print(manualPage(program));
      finish(exitStatus.conformant);
    });
}
