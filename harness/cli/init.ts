/** `olkconform init`: a configuration, and a ready file for a CI. Nothing that is there is written over. */
import { lstatSync, readFileSync, writeFileSync, mkdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { type Command, Option } from 'commander';

import { listed, say } from '../language/message.js';
import { UsageError } from '../plan/usage-error.js';
import { packageRoot } from '../setup/places.mjs';
import { problemsOf } from './configuration.js';
import { configurationFileSchema, type Configuration } from './configuration-schema.js';
import { exitStatus, type ExitStatus } from './exit-status.js';
import { collect } from './options.js';
import { print } from './output.js';
import { tell } from './spoken.js';
import { subjectOf } from './subject-option.js';
import { formed } from '../record/form.js';
import { reasonOf } from '../record/reason.js';

const configFile = 'olkconform.config.json';

/** Where each CI looks for its file, and which of docs/ci it is. */
const ciFiles = {
  github: { file: '.github/workflows/olkconform.yml', ready: 'github.yml' },
  gitlab: { file: '.gitlab-ci.yml', ready: 'gitlab.yml' },
  azure: { file: 'azure-pipelines.yml', ready: 'azure.yml' },
  jenkins: { file: 'Jenkinsfile', ready: 'Jenkinsfile' },
} as const;

type CiName = keyof typeof ciFiles;

function isCiName(name: string): name is CiName {
  return Object.hasOwn(ciFiles, name);
}

function ciOf(name: string): CiName {
  if (isCiName(name)) return name;
  throw new UsageError(
    say('--ci {name}: there is no file for it.', { name }),
    say('There is one for {names}.', { names: Object.keys(ciFiles).join(', ') }),
  );
}

/** The reports that the ready files pick up. */
const report = ['json=olkconform.json', 'junit=olkconform.xml', 'sarif=olkconform.sarif', 'markdown=olkconform.md'];

interface InitFlags extends Pick<Configuration, 'dll' | 'export' | 'clsid' | 'capture' | 'session'> {
  readonly ci?: readonly string[];
}

/**
 * What is to be written, by its path in the folder.
 * @throws UsageError for options that a run would refuse.
 */
function filesFor({ ci = [], dll, ...stated }: InitFlags, folder: string): Map<string, string> {
  if (dll === undefined)
    throw new UsageError(
      'init: no helper was named.',
      'Give --dll FILE and --export NAME; the DLL need not be built yet.',
    );
  const root = packageRoot(import.meta.url);
  // A checkout elsewhere is where it is on this machine alone: in CI it is in the folder that the ready files put it in.
  const checkout = relative(folder, root).replaceAll('\\', '/');
  const schema = `${/^(\.\.|\/|[a-z]:)/i.test(checkout) ? 'olkconform' : checkout}/schemas/config.schema.json`;
  const configuration = { $schema: schema, dll, ...stated, report };
  const read = formed(configurationFileSchema, configuration);
  if (!read.isWhole) {
    throw new UsageError(
      say('{where}: {problems}.', { where: 'init', problems: problemsOf(read.flaws) }),
      'olkconform init --help shows the options.',
    );
  }
  subjectOf(read.value);
  const files = new Map([[configFile, `${JSON.stringify(configuration, null, 2)}\n`]]);
  for (const name of ci.map(ciOf)) {
    const { file, ready } = ciFiles[name];
    files.set(file, readFileSync(join(root, 'docs', 'ci', ready), 'utf8'));
  }
  return files;
}

function init(flags: InitFlags, folder: string): void {
  const files = filesFor(flags, folder);
  const there = [...files.keys()].filter(
    (file) => lstatSync(join(folder, file), { throwIfNoEntry: false }) !== undefined,
  );
  if (there.length > 0)
    throw new UsageError(
      say('init: nothing was written, because there is already {files}.', { files: listed(there) }),
      'Move it away, or take the lines that you need from docs/ci of olkconform.',
    );
  try {
    for (const file of files.keys()) mkdirSync(dirname(join(folder, file)), { recursive: true });
    for (const [file, text] of files) {
      // What has come into being since then is not written over either.
      writeFileSync(join(folder, file), text, { flag: 'wx' });
      print(`${file}\n`);
    }
  } catch (error) {
    const reason = reasonOf(error);
    throw new UsageError(
      say('init: not every file could be written: {reason}', { reason }),
      'Call it in a folder that can be written to.',
    );
  }
}

export function initCommand(program: Command, finish: (status: ExitStatus) => void): void {
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
    .addOption(
      new Option('--session <WHOSE>', tell('whose MAPI session it hands out')).choices(['own', 'borrowed', 'auto']),
    )
    .option('--ci <NAME>', tell(say('{names}; repeatable', { names: Object.keys(ciFiles).join(', ') })), collect)
    .action((flags: InitFlags) => {
      init(flags, process.cwd());
      finish(exitStatus.conformant);
    });
}
