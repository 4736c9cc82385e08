/** `olkconform init`: a configuration, and a ready file for a CI: from options, or by questions on a terminal. */
import { type Command, Option } from 'commander';

import { say } from '../language/message.js';
import { declaredSessions } from '../record/run-record.js';
import { exitStatus, type ExitStatus } from './exit-status.js';
import { ciNames, configFile, filesFor, writeFiles, type InitFlags } from './init-files.js';
import { collect } from './options.js';
import { print, remark } from './output.js';
import { tell } from './spoken.js';

/** Questions are for people: where one end is no terminal, nobody would answer. */
function canAsk(): boolean {
  return process.stdin.isTTY && process.stderr.isTTY;
}

async function init(stated: InitFlags, force: boolean, folder: string, signal: AbortSignal): Promise<void> {
  let flags: InitFlags | undefined = stated;
  if (Object.keys(stated).length === 0 && canAsk()) {
    const { askOnTerminal } = await import('./init-questions.js');
    flags = await askOnTerminal(folder, force, signal);
  }
  if (flags === undefined) {
    remark('nothing was written.');
    return;
  }
  writeFiles(filesFor(flags, folder), folder, force, (file) => print(`${file}\n`));
}

export function initCommand(program: Command, signal: AbortSignal, finish: (status: ExitStatus) => void): void {
  program
    .command('init')
    .description(
      tell(
        say('write {file} and a file for your CI into this folder; what is there is left alone', { file: configFile }),
      ),
    )
    .option('--dll <FILE>', tell('the DLL that holds the helper'))
    .option('--export <NAME>', tell('its factory'))
    .option('--clsid <GUID>', tell('create the helper through DllGetClassObject instead'))
    .option('--capture <NAME>', tell("let the vendor's own code make the helper"))
    .addOption(new Option('--session <WHOSE>', tell('whose MAPI session it hands out')).choices(declaredSessions))
    .option('--ci <NAME>', tell(say('{names}; repeatable', { names: ciNames.join(', ') })), collect)
    .option('--force', tell('write over files that are there'))
    .action(async ({ force = false, ...flags }: InitFlags & { readonly force?: boolean }) => {
      await init(flags, force, process.cwd(), signal);
      finish(exitStatus.conformant);
    });
}
