/** `--sequence`: files, folders of them, and those that come with olkconform. */
import { readdirSync, readFileSync, statSync, type Stats } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { say, type Filled, type Message } from '../language/message.js';
import { nearest, withGuess } from '../plan/nearest.js';
import { whyUnreadable } from '../plan/unreadable.js';
import { UsageError } from '../plan/usage-error.js';
import type { RecordedSequence } from '../record/sequence.js';
import { packageRoot } from '../setup/places.mjs';
import { builtIn, isBuiltIn } from './built-in.js';
import { plainOf, thrownText } from './plain.js';
import { SequenceProblem } from './problem.js';
import { sequenceOf } from './sequence-of.js';
import { longestText, parseYaml, placeIn, tooLong, YamlProblem, type Place } from './yaml-text.js';

/** What is left of a child's journal when the catalogue's own scripts are in it. */
const mostStepsInAll = 4000;

const builtInFolder = join(packageRoot(import.meta.url), 'suites', 'sequences');

const yamlEndings = new Set(['.yaml', '.yml']);
const moduleEndings = new Set(['.mjs', '.js', '.mts', '.ts']);

interface SequenceFile {
  readonly path: string;
  /** As it was named. */
  readonly name: string;
  readonly area: 'own-sequence' | 'built-in-sequence';
}

function refused(path: string, reason: Filled): UsageError {
  return new UsageError(
    say('--sequence {path}: {problem}', { path, problem: reason }),
    'Give a YAML file, a folder that holds some, or built-in.',
  );
}

function statOf(path: string): Stats {
  try {
    return statSync(path);
  } catch (error) {
    throw refused(path, say('it cannot be read: {reason}', { reason: whyUnreadable(error) }));
  }
}

const withoutEnding = (file: string): string => basename(file, extname(file));

function yamlFilesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => yamlEndings.has(extname(name)))
    .toSorted();
}

function builtInFiles(text: string): SequenceFile[] {
  const names = yamlFilesIn(builtInFolder).map(withoutEnding);
  const wanted = text === builtIn ? names : names.filter((name) => text === `${builtIn}/${name}`);
  if (wanted.length === 0)
    throw new UsageError(
      withGuess(
        say('--sequence {path}: there is no built-in sequence of that name.', { path: text }),
        nearest(
          text,
          names.map((name) => `${builtIn}/${name}`),
        ),
      ),
      'olkconform list --sequences prints them.',
    );
  return wanted.map((name) => ({
    path: join(builtInFolder, `${name}.yaml`),
    name: `${builtIn}/${name}`,
    area: 'built-in-sequence',
  }));
}

function ownFiles(path: string): SequenceFile[] {
  const stat = statOf(path);
  if (stat.isDirectory()) {
    const files = yamlFilesIn(path).map((name) => join(path, name));
    if (files.length === 0) throw refused(path, say('no file in it ends in .yaml.'));
    return files.map((file) => ({ path: file, name: file, area: 'own-sequence' }));
  }
  if (!stat.isFile()) throw refused(path, say('it is not a regular file.'));
  const ending = extname(path);
  if (!yamlEndings.has(ending) && !moduleEndings.has(ending))
    throw refused(path, say('its name ends neither in .yaml nor in that of a module.'));
  return [{ path, name: path, area: 'own-sequence' }];
}

/** What the id is made of: it stands in baselines and reports, and must not change when the file is moved. */
function idOf({ path, name, area }: SequenceFile): string {
  const slug = withoutEnding(path)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 100)
    .replace(/-$/, '');
  if (slug !== '') return `${area}/${slug}`;
  throw new UsageError(
    say('--sequence {path}: there is no letter in its name to make an id of.', { path: name }),
    'Name the file after what it tries: hand-off-twice.yaml.',
  );
}

function located(name: string, { line, column }: Place, what: Message, whatToDo: Message): UsageError {
  const problem = typeof what === 'string' ? say(what) : what;
  return new UsageError(say('{file}:{line}:{column}: {problem}', { file: name, line, column, problem }), whatToDo);
}

const yamlAdvice = 'The page docs/write-a-sequence.md tells what a sequence holds.';

function fromYaml(file: SequenceFile): RecordedSequence {
  const stat = statOf(file.path);
  // What is read in a folder may be a pipe or a device, whose reading never ends.
  if (!stat.isFile()) throw refused(file.name, say('it is not a regular file.'));
  if (stat.size > longestText) throw refused(file.name, tooLong());
  let text: string;
  try {
    text = readFileSync(file.path, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    throw refused(file.name, say('it cannot be read: {reason}', { reason: whyUnreadable(error) }));
  }
  try {
    const { value, placeOf } = parseYaml(text);
    try {
      return sequenceOf(value, idOf(file), file.name);
    } catch (error) {
      if (error instanceof SequenceProblem)
        throw located(file.name, placeOf(error.path, error.isKey), error.what, error.whatToDo);
      throw error;
    }
  } catch (error) {
    if (error instanceof YamlProblem) throw located(file.name, placeIn(text, error.offset), error.what, yamlAdvice);
    throw error;
  }
}

const defaultOf = (namespace: unknown): unknown =>
  typeof namespace === 'object' && namespace !== null
    ? Object.getOwnPropertyDescriptor(namespace, 'default')?.value
    : undefined;

/** A module's default export; it is code, and does what it wants. */
async function fromModule(file: SequenceFile): Promise<RecordedSequence> {
  let namespace: unknown;
  try {
    namespace = await import(pathToFileURL(file.path).href);
  } catch (error) {
    throw refused(file.name, say('it cannot be loaded: {reason}', { reason: thrownText(error) }));
  }
  try {
    return sequenceOf(plainOf(defaultOf(namespace)), idOf(file), file.name);
  } catch (error) {
    if (!(error instanceof SequenceProblem)) throw error;
    const where = ['default', ...error.path.map(String)].join('.');
    throw new UsageError(
      say('{file}: {where}: {problem}', { file: file.name, where, problem: error.what }),
      error.whatToDo,
    );
  }
}

/** @throws UsageError naming the file, and where it can line and column, of the first that is no sequence. */
export async function loadSequences(paths: readonly string[]): Promise<RecordedSequence[]> {
  const files = paths.flatMap((path) => (isBuiltIn(path) ? builtInFiles(path) : ownFiles(path)));
  const known = new Map<string, string>();
  const sequences: RecordedSequence[] = [];
  let steps = 0;
  for (const file of files) {
    const sequence = moduleEndings.has(extname(file.path)) ? await fromModule(file) : fromYaml(file);
    const other = known.get(sequence.id);
    if (other !== undefined)
      throw new UsageError(
        say('{first} and {second} would both be {id}.', { first: other, second: file.name, id: sequence.id }),
        'Name the files differently: the id is made of the name.',
      );
    known.set(sequence.id, file.name);
    steps += sequence.steps.length;
    if (steps > mostStepsInAll)
      throw refused(file.name, say('with it the sequences have more than {most} steps.', { most: mostStepsInAll }));
    sequences.push(sequence);
  }
  return sequences;
}
