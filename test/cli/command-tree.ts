import type { Command } from 'commander';

import { commandTree } from '../../harness/cli/command-tree.js';

/** All commands, as the command line has them; none of them is carried out. */
export function allCommands(): Command {
  return commandTree(new AbortController().signal, () => undefined);
}
