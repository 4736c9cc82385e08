/** `olkconform completion SHELL`: a script by which the shell completes command lines of olkconform. */
import { Argument, type Command } from 'commander';

import type { Shell } from './completion-scripts.js';
import { exitStatus, type ExitStatus } from './exit-status.js';
import { print } from './output.js';
import { tell } from './spoken.js';

export const shells = ['bash', 'zsh', 'fish', 'powershell'] as const satisfies Shell[];

export function completionCommand(program: Command, finish: (status: ExitStatus) => void): void {
  program
    .command('completion')
    .addArgument(new Argument('<shell>', tell('for which shell')).choices(shells))
    .description(tell('print a script that completes commands, options, checks and files in a shell'))
    .action(async (shell: Shell) => {
      const { completionScripts } = await import('./completion-scripts.js');
      print(completionScripts[shell]);
      finish(exitStatus.conformant);
    });
}
