/** What `olkconform init` writes into a folder, and how: nothing is written over unasked, and no link is followed. */
import { lstatSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

import { listed, say } from '../language/message.js';
import { UsageError } from '../plan/usage-error.js';
import { formed } from '../record/form.js';
import { reasonOf } from '../record/reason.js';
import { packageRoot } from '../setup/places.mjs';
import { problemsOf } from './configuration.js';
import { configurationFileSchema, type Configuration } from './configuration-schema.js';
import { subjectOf } from './subject-option.js';
import { writeWhole } from './whole-file.js';

export const configFile = 'olkconform.config.json';

/** Where each CI looks for its file, and which of docs/ci it is. */
const ciFiles = {
  github: { file: '.github/workflows/olkconform.yml', ready: 'github.yml' },
  gitlab: { file: '.gitlab-ci.yml', ready: 'gitlab.yml' },
  azure: { file: 'azure-pipelines.yml', ready: 'azure.yml' },
  jenkins: { file: 'Jenkinsfile', ready: 'Jenkinsfile' },
} as const;

export type CiName = keyof typeof ciFiles;

export function isCiName(name: string): name is CiName {
  return Object.hasOwn(ciFiles, name);
}

export const ciNames = Object.keys(ciFiles).filter(isCiName);

function ciOf(name: string): CiName {
  if (isCiName(name)) return name;
  throw new UsageError(
    say('--ci {name}: there is no file for it.', { name }),
    say('There is one for {names}.', { names: ciNames.join(', ') }),
  );
}

/** The reports that the ready files pick up. */
const report = ['json=olkconform.json', 'junit=olkconform.xml', 'sarif=olkconform.sarif', 'markdown=olkconform.md'];

export interface InitFlags extends Pick<Configuration, 'dll' | 'export' | 'clsid' | 'capture' | 'session'> {
  readonly ci?: readonly string[];
}

/**
 * What is to be written, by its path in the folder.
 * @throws UsageError for options that a run would refuse.
 */
export function filesFor({ ci = [], dll, ...stated }: InitFlags, folder: string): Map<string, string> {
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

/** The folders between this one and the file: `.github`, `.github/workflows`. */
function foldersTo(file: string): string[] {
  const parts = file.split('/').slice(0, -1);
  return parts.map((_, at) => parts.slice(0, at + 1).join('/'));
}

/** What leads elsewhere is not followed: it may lead out of this folder. */
function refuseLinks(files: readonly string[], folder: string): void {
  const linked = (path: string): boolean =>
    lstatSync(join(folder, path), { throwIfNoEntry: false })?.isSymbolicLink() === true;
  const link = files.flatMap((file) => [...foldersTo(file), file]).find(linked);
  if (link === undefined) return;
  throw new UsageError(
    say('init: nothing was written, because {link} is a link, which is not followed.', { link }),
    'Move it away, or take the lines that you need from docs/ci of olkconform.',
  );
}

function refuseWhatIsThere(files: readonly string[], folder: string, force: boolean): void {
  const there = files.filter((file) => {
    const stats = lstatSync(join(folder, file), { throwIfNoEntry: false });
    return stats !== undefined && !(force && stats.isFile());
  });
  if (there.length > 0)
    throw new UsageError(
      say('init: nothing was written, because there is already {files}.', { files: listed(there) }),
      'Move it away, or give --force to write over it.',
    );
}

/** @throws UsageError before the first file, where one of them cannot be written. */
export function requireRoom(files: readonly string[], folder: string, force: boolean): void {
  refuseLinks(files, folder);
  refuseWhatIsThere(files, folder, force);
}

/** Tells each file that has been written. */
export function writeFiles(
  files: ReadonlyMap<string, string>,
  folder: string,
  force: boolean,
  written: (file: string) => void,
): void {
  requireRoom([...files.keys()], folder, force);
  try {
    for (const file of files.keys()) mkdirSync(dirname(join(folder, file)), { recursive: true });
    for (const [file, text] of files) {
      // What has come into being since then is not written over either.
      if (force) writeWhole(join(folder, file), text);
      else writeFileSync(join(folder, file), text, { flag: 'wx' });
      written(file);
    }
  } catch (error) {
    throw new UsageError(
      say('init: not every file could be written: {reason}', { reason: reasonOf(error) }),
      'Call it in a folder that can be written to.',
    );
  }
}
