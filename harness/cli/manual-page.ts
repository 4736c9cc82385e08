/** olkconform(1) in the macros of man(7), from the tree of commands. */
import type { Command } from 'commander';

import type { Message } from '../language/message.js';
import { exitStatus, type ExitStatus } from './exit-status.js';
import { tell } from './spoken.js';
import { usageExamples } from './usage-examples.js';

const statuses: readonly (readonly [ExitStatus, Message])[] = [
  [exitStatus.conformant, 'Conformant.'],
  [
    exitStatus.nonconformant,
    'Not conformant; selftest and drift found something, compare found something worse, verify did not verify.',
  ],
  [exitStatus.usage, 'Wrong usage or input, or something that is needed is not installed.'],
  [exitStatus.incomplete, 'Incomplete: a check is inconclusive, and none has failed.'],
  [exitStatus.nothingSelected, 'Nothing was selected, or nothing could be judged.'],
  [exitStatus.harnessFault, 'A fault of olkconform itself, not of the helper.'],
  [exitStatus.interrupted, 'Interrupted; what had been run until then was judged.'],
];

const variables: Readonly<Record<string, Message>> = {
  'LC_ALL, LC_MESSAGES, LANG': 'The language that people are told in, where --lang does not say: English or Spanish.',
  NO_COLOR: 'No colours, on a terminal either.',
  FORCE_COLOR: 'Colours, where there is no terminal either.',
  TERM: 'dumb: no bar that moves.',
  OLKCONFORM_CACHE: 'The folder of what is downloaded and of the Wine prefix.',
};

const hex = (character: string): string => (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');

/** As text: nothing in it is a request, and a hyphen stays one that can be copied. */
function text(plain: string): string {
  const escaped = plain.replaceAll('\\', String.raw`\e`).replaceAll('-', String.raw`\-`);
  return escaped
    .replaceAll(/^(?=[.'])/gm, String.raw`\&`)
    .replaceAll(/[^\u0000-\u007f]/gu, (character) => `\\[u${hex(character)}]`);
}

/** An argument of a request. */
const quoted = (plain: string): string => `"${text(plain).replaceAll('"', String.raw`\(dq`)}"`;

const entry = (term: string, about: string): string[] => ['.TP', `.B ${quoted(term)}`, text(about)];

function examplesOf(name: string): string[] {
  return (usageExamples[name] ?? []).flatMap(({ what, line }) => [
    '.PP',
    text(tell(what)),
    '.PP',
    '.RS 4',
    '.nf',
    text(line),
    '.fi',
    '.RE',
  ]);
}

function commandText(command: Command): string[] {
  const help = command.createHelp();
  return [
    `.SS ${quoted(help.commandUsage(command).replace(/^olkconform /, ''))}`,
    text(`${command.description()}.`),
    ...help.visibleArguments(command).flatMap((each) => entry(help.argumentTerm(each), help.argumentDescription(each))),
    ...help.visibleOptions(command).flatMap((each) => entry(help.optionTerm(each), help.optionDescription(each))),
    ...examplesOf(command.name()),
  ];
}

export function manualPage(program: Command): string {
  const help = program.createHelp();
  const version = program.version() ?? '';
  const section = (title: Message): string => `.SH ${quoted(tell(title).toUpperCase())}`;
  return [
    String.raw`.\" Made by olkconform man; what is changed here is lost.`,
    `.TH OLKCONFORM 1 "" ${quoted(`olkconform ${version}`)} ""`,
    section('Name'),
    text(`olkconform - ${program.description()}`),
    section('Synopsis'),
    '.B olkconform',
    text(`[${tell('options')}] ${tell('command')} …`),
    section('Options'),
    ...help.visibleOptions(program).flatMap((each) => entry(help.optionTerm(each), help.optionDescription(each))),
    section('Commands'),
    ...program.commands.flatMap(commandText),
    section('Exit status'),
    ...statuses.flatMap(([status, about]) => entry(String(status), tell(about))),
    section('Environment'),
    ...Object.entries(variables).flatMap(([name, about]) => entry(name, tell(about))),
    '',
  ].join('\n');
}
