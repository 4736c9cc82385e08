/** What `run` is to do: from flags and, where given, a configuration file that states the same things. */
import { dirname, resolve } from 'node:path';
import type * as z from 'zod/mini';

import { inEnglish, joined, say, type Value } from '../language/message.js';
import { nearest, withGuess } from '../plan/nearest.js';
import { whyUnreadable } from '../plan/unreadable.js';
import { UsageError } from '../plan/usage-error.js';
import {
  configurationFileSchema,
  configurationSchema,
  forms,
  withNumbers,
  type Configuration,
  type ConfigurationFile,
} from './configuration-schema.js';
import { isBuiltIn } from '../sequence/built-in.js';
import { readJson } from './read-json.js';
import { reportsIn } from './reports.js';
import { formed, type Flaw } from '../record/form.js';

/** What the configuration can state, and each of its helpers. */
const configurationNames = Object.keys(configurationFileSchema.shape);

function unknownName(name: string, known: readonly string[]): Value {
  const near = nearest(name, known);
  return near === undefined
    ? say('there is no {name} here', { name })
    : say('there is no {name} here; the nearest name is {near}', { name, near });
}

/** Whoever has mended these looks again. */
const toldFlaws = 20;

/** What is wrong with what was stated; `known`: the names that may have been meant by others. */
export function problemsOf(flaws: readonly Flaw[], known: readonly string[] = configurationNames): Value {
  const problems = flaws.slice(0, toldFlaws).map(({ path, message, keys }) => {
    const wrong: Value[] =
      keys !== undefined
        ? keys.map((name) => unknownName(name, known))
        : [forms.find((form) => inEnglish(form) === message) ?? message];
    return joined([...path.map(String), ...wrong], ': ');
  });
  const left = flaws.length - toldFlaws;
  return joined([...problems, ...(left > 0 ? [say('and {left} more', { left })] : [])], '; ');
}

function parse<Schema extends z.ZodMiniType>(schema: Schema, value: unknown, where: string): z.output<Schema> {
  const read = formed(schema, value);
  if (read.isWhole) return read.value;
  throw new UsageError(
    say('{where}: {problems}.', { where, problems: problemsOf(read.flaws) }),
    'olkconform run --help lists what can be stated, and how.',
  );
}

/** The same wherever it is called from: what the file names is named from its own folder. */
function fromFolder<Stated extends Configuration>(folder: string, configuration: Stated): Stated {
  const { dll, report, baseline, sequence } = configuration;
  return {
    ...configuration,
    ...(dll === undefined ? {} : { dll: resolve(folder, dll) }),
    ...(report === undefined ? {} : { report: reportsIn(folder, report) }),
    ...(baseline === undefined ? {} : { baseline: resolve(folder, baseline) }),
    ...(sequence === undefined ? {} : { sequence: sequence.map((path) => sequenceIn(folder, path)) }),
  };
}

/** A built-in sequence is named and lies nowhere. */
function sequenceIn(folder: string, path: string): string {
  return isBuiltIn(path) ? path : resolve(folder, path);
}

function refusedFile(file: string, error: unknown): UsageError {
  return new UsageError(
    say('--config {file}: it cannot be read: {reason}', { file, reason: whyUnreadable(error) }),
    error instanceof SyntaxError ? 'Correct it; comments are not allowed in JSON.' : 'Give the path of a JSON file.',
  );
}

function readConfiguration(path: string): ConfigurationFile {
  const file = resolve(path);
  const value = readJson(file, (error) => refusedFile(file, error));
  const { helpers, ...shared } = parse(configurationFileSchema, value, `--config ${file}`);
  const own = fromFolder(dirname(file), shared);
  if (helpers === undefined) return own;
  return { ...own, helpers: helpers.map((helper) => fromFolder(dirname(file), helper)) };
}

const waysIn = ['export', 'clsid', 'prepare', 'registered', 'capture', 'example'] as const;

/** What is left of the file where the command line states another way in, or names another helper. */
function givingWay(file: Configuration, stated: Configuration): Configuration {
  const states = (name: keyof Configuration): boolean => stated[name] !== undefined;
  let left = file;
  if (waysIn.some(states)) {
    // All of them at once: halves of two ways in are no way in.
    const {
      export: _export,
      clsid: _clsid,
      prepare: _prepare,
      registered: _registered,
      capture: _capture,
      ...rest
    } = left;
    left = rest;
  }
  if (waysIn.some(states) || states('dll')) {
    const { example: _example, ...rest } = left;
    left = rest;
  }
  if (states('example')) {
    const { dll: _dll, ...rest } = left;
    left = rest;
  }
  return left;
}

/** One helper that is to be judged. */
export interface NamedConfiguration {
  /** Where the file has several helpers: which one. */
  readonly name?: string;
  readonly configuration: Configuration;
}

/** What stands for the helper's name in the names of files. */
export const namePlace = '{name}';

function withName(name: string, configuration: Configuration): Configuration {
  const named = (text: string): string => text.replaceAll(namePlace, name);
  const { report, baseline } = configuration;
  return {
    ...configuration,
    ...(report === undefined ? {} : { report: report.map(named) }),
    ...(baseline === undefined ? {} : { baseline: named(baseline) }),
  };
}

type Helpers = NonNullable<ConfigurationFile['helpers']>;

function chosenHelpers(helpers: Helpers, wanted: readonly string[]): Helpers {
  const names = helpers.map(({ name }) => name);
  for (const [at, name] of names.entries())
    if (names.indexOf(name) < at)
      throw new UsageError(say('helpers: there are two named {name}.', { name }), 'Name each differently.');
  for (const name of wanted) {
    if (names.includes(name)) continue;
    const what = say('--helper {name}: the configuration has no helper of that name.', { name });
    throw new UsageError(
      withGuess(what, nearest(name, names)),
      say('Its helpers are {names}.', { names: names.join(', ') }),
    );
  }
  return wanted.length === 0 ? helpers : helpers.filter(({ name }) => wanted.includes(name));
}

/**
 * The helpers to judge, in the order of the file. Flags win over a helper's own options, and those over what the file
 * says of all. `flags` holds what commander made of the command line; `wanted` chooses some of several helpers by name.
 */
export function configurationsOf(
  flags: Readonly<Record<string, unknown>>,
  file: string | undefined,
  wanted: readonly string[] = [],
): NamedConfiguration[] {
  const stated = parse(configurationSchema, withNumbers(flags), 'olkconform run');
  const { $schema: _schema, helpers, ...shared } = file === undefined ? {} : readConfiguration(file);
  const isNamedHere = stated.dll !== undefined || stated.example !== undefined;
  if (helpers === undefined || isNamedHere) {
    const [first] = wanted;
    if (first !== undefined)
      throw new UsageError(
        say('--helper {name}: there are no helpers to choose from.', { name: first }),
        'It goes with a configuration that has helpers.',
      );
    return [{ configuration: { ...givingWay(shared, stated), ...stated } }];
  }
  return chosenHelpers(helpers, wanted).map(({ name, ...own }) => {
    const ofFile = { ...givingWay(shared, own), ...own };
    return { name, configuration: withName(name, { ...givingWay(ofFile, stated), ...stated }) };
  });
}
