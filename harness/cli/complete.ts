/**
 * What a half-typed command line can go on with, out of the very tree by which it would be parsed. The shells' scripts
 * (completion-scripts.ts) ask for it: `olkconform complete =WORD BEFORE…`, where WORD is the one that is being typed. Its
 * sign keeps an empty one from being lost, as PowerShell loses it.
 */
import type { Argument, Command, Option } from 'commander';

import { formats } from '../../reports/formats.js';
import { areas, findStatement, statementIds } from '../catalogue/catalogue.js';
import { readExamples } from '../certify/examples.js';
import { ciNames } from './init-files.js';
import { print } from './output.js';
import { optionText } from './option-text.js';

interface Candidate {
  readonly value: string;
  readonly about: string;
}

interface Completion {
  readonly candidates: readonly Candidate[];
  /** The shell knows them better. */
  readonly files: boolean;
}

const plain = (values: readonly string[]): Candidate[] => values.map((value) => ({ value, about: '' }));

const ids = (): Candidate[] => statementIds.map((value) => ({ value, about: findStatement(value)?.title ?? '' }));

const idPatterns = (): Candidate[] => [
  ...Object.entries(areas).map(([value, { title }]) => ({ value, about: title })),
  ...ids(),
];

const examples = (): Candidate[] => {
  try {
    return readExamples().map(({ name, summary }) => ({ value: name, about: summary }));
  } catch {
    // Nobody is told about it while he types.
    return [];
  }
};

const reports = (): Candidate[] => plain(Object.keys(formats).map((format) => `${format}=`));

/** What a value can be where neither choices nor its name tell. */
export const valuesOf: Readonly<Record<string, () => Candidate[]>> = {
  'run --example': examples,
  'run --only': idPatterns,
  'run --skip': idPatterns,
  'run --report': reports,
  'judge --report': reports,
  'merge --report': reports,
  'selftest --only': examples,
  'record --example': examples,
  'init --ci': () => plain(ciNames),
  'explain id': ids,
};

const fileNames = /^(FILE|KEY|PATH|FOLDER|records?|before|after|certificate|page)$/;

function valueCompletion(
  command: Command,
  name: string,
  choices: readonly string[] | undefined,
  place: string,
): Completion {
  const listed = choices === undefined ? valuesOf[`${command.name()} ${name}`]?.() : plain(choices);
  return { candidates: listed ?? [], files: listed === undefined && fileNames.test(place) };
}

function optionValue(command: Command, { long, flags, argChoices }: Option): Completion {
  return valueCompletion(command, long ?? '', argChoices, /<(.+)>/.exec(flags)?.[1] ?? '');
}

function argumentValue(command: Command, argument: Argument): Completion {
  return valueCompletion(command, argument.name(), argument.argChoices, argument.name());
}

/** The options that are known at this place, those of the whole program too. */
function optionsAt(program: Command, command: Command): Option[] {
  return [command, ...(command === program ? [] : [program])].flatMap((each) => each.createHelp().visibleOptions(each));
}

/** Where a command line stands: in which command, behind how many arguments of it, and whether a value is due. */
function placeBehind(
  program: Command,
  before: readonly string[],
): { command: Command; given: number; due: Option | undefined } {
  let command = program;
  let given = 0;
  let due: Option | undefined;
  for (const word of before) {
    if (due !== undefined) due = undefined;
    else if (word.startsWith('-'))
      due = optionsAt(program, command).find(
        ({ long, short, required }) => required && (word === long || word === short),
      );
    else if (command === program) command = program.commands.find((each) => each.name() === word) ?? program;
    else given++;
  }
  return { command, given, due };
}

/** What starts as it must, with the beginning that the shell takes for granted. */
function startingWith(word: string, { candidates, files }: Completion, prefix = ''): Completion {
  const start = word.slice(prefix.length);
  return {
    candidates: candidates.flatMap(({ value, about }) =>
      value.startsWith(start) ? { value: prefix + value, about } : [],
    ),
    // Behind FORMAT= there is a file.
    files: files || (candidates.some(({ value }) => value.endsWith('=')) && start.includes('=')),
  };
}

export function completionOf(program: Command, word: string, before: readonly string[]): Completion {
  const { command, given, due } = placeBehind(program, before);
  if (due !== undefined) return startingWith(word, optionValue(command, due));
  const [, flag] = /^(--[^=]+)=/.exec(word) ?? [];
  if (flag !== undefined) {
    const option = optionsAt(program, command).find(({ long, required }) => required && long === flag);
    return option === undefined
      ? { candidates: [], files: false }
      : startingWith(word, optionValue(command, option), `${flag}=`);
  }
  const options = optionsAt(program, command).flatMap((option) =>
    option.long === undefined ? [] : { value: option.long, about: optionText(option) },
  );
  if (word.startsWith('-')) return startingWith(word, { candidates: options, files: false });
  if (command === program) {
    const commands = program.createHelp().visibleCommands(program);
    const candidates = commands.map((each) => ({ value: each.name(), about: each.description() }));
    return startingWith(word, { candidates, files: false });
  }
  if (command.name() === 'help')
    return startingWith(word, { candidates: plain(program.commands.map((each) => each.name())), files: false });
  const { registeredArguments } = command;
  const last = registeredArguments.at(-1);
  const argument = registeredArguments[given] ?? (last?.variadic === true ? last : undefined);
  // A command that takes options only.
  if (argument === undefined) return startingWith(word, { candidates: options, files: false });
  return startingWith(word, argumentValue(command, argument));
}

/** A line that is no candidate: the shell is to offer files as well. */
export const filesLine = ':files';

/** One candidate a line, what it is about behind a tab. */
export function printCandidates(program: Command, [word = '=', ...before]: readonly string[]): void {
  const { candidates, files } = completionOf(program, word.replace(/^=/, ''), before);
  const lines = candidates.map(({ value, about }) => `${value}\t${about.replaceAll(/\s+/g, ' ')}`);
  print([...lines, ...(files ? [filesLine] : []), ''].join('\n'));
}
