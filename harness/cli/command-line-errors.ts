/** What commander has to complain of, in our own words: its errors tell no more than a code and an English sentence. */
import type { Command, CommanderError } from 'commander';

import { joined, say, type Filled } from '../language/message.js';
import { nearest, withGuess } from '../plan/nearest.js';
import { UsageError } from '../plan/usage-error.js';

/** What was quoted, one after the other. */
function quoted(message: string): string[] {
  return Array.from(message.matchAll(/'([^']*)'/gs), ([, text = '']) => text);
}

/** The command that is meant, as far as the words tell. */
function commandIn(program: Command, words: readonly string[]): Command {
  return program.commands.find((command) => words.includes(command.name())) ?? program;
}

function unknownOption(flag: string, program: Command, words: readonly string[]): Filled {
  const [name = ''] = flag.split('=');
  const command = commandIn(program, words);
  const other = program.commands.find(({ options }) => options.some(({ long }) => long === name));
  if (command !== program && other !== undefined)
    return say('{option}: {command} has no such option; {other} has.', {
      option: name,
      command: `olkconform ${command.name()}`,
      other: `olkconform ${other.name()}`,
    });
  const flags = [...command.options, ...program.options].flatMap(({ long }) => long ?? []);
  return withGuess(say('{option}: there is no such option.', { option: name }), nearest(name, [...flags, '--help']));
}

/** `option '--a <B>' argument 'c' is invalid. Allowed choices are d, e.`, or of an argument. */
function refusedChoice(message: string): Filled {
  const [, flags = '', value = '', choices = ''] =
    /^error: option '(.*?)' argument '(.*)' is invalid\. Allowed choices are (.*)\.$/s.exec(message) ?? [];
  const [, argument = '', name = '', named = ''] =
    /^error: command-argument value '(.*)' is invalid for argument '(.*?)'\. Allowed choices are (.*)\.$/s.exec(
      message,
    ) ?? [];
  const allowed = choices === '' ? named : choices;
  const given = choices === '' ? [`<${name}>`, argument] : [flags.replace(/ .*/s, ''), value];
  const what = say('{given}: it has to be one of {choices}.', { given: joined(given, ' '), choices: allowed });
  return withGuess(what, nearest(given[1] ?? '', allowed.split(', ')));
}

function whatIsWrong({ code, message }: CommanderError, program: Command, words: readonly string[]): Filled {
  const [first = ''] = quoted(message);
  switch (code) {
    case 'commander.unknownOption':
      return unknownOption(first, program, words);
    case 'commander.unknownCommand': {
      const names = program.commands.map((command) => command.name());
      return withGuess(say('{command}: there is no such command.', { command: first }), nearest(first, names));
    }
    case 'commander.missingArgument':
      return say('{argument} is missing.', { argument: `<${first}>` });
    case 'commander.optionMissingArgument':
      return say('{option}: its value is missing.', { option: first });
    case 'commander.missingMandatoryOptionValue':
      return say('{option} has to be given.', { option: first });
    case 'commander.excessArguments':
      return say('{command}: these are more arguments than it takes.', { command: first });
    case 'commander.invalidArgument':
      return refusedChoice(message);
    default:
      return joined([message.replace(/^error: /, '')], '');
  }
}

/** `words`: the command line. */
export function usageErrorOf(error: CommanderError, program: Command, words: readonly string[]): UsageError {
  const command = commandIn(program, words);
  const name = command === program ? 'COMMAND' : command.name();
  return new UsageError(
    whatIsWrong(error, program, words),
    error.code === 'commander.unknownCommand'
      ? 'olkconform --help shows the commands.'
      : say('olkconform {command} --help shows the options.', { command: name }),
  );
}
