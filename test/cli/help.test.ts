import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';

import { areas, statementIds } from '../../harness/catalogue/catalogue.js';
import { manualPage } from '../../harness/cli/manual-page.js';
import { usageExamples } from '../../harness/cli/usage-examples.js';
import { thisHost } from '../../harness/setup/places.mjs';
import { findProgram } from '../../harness/setup/program.mjs';
import { allCommands } from './command-tree.js';
import { olkconform, root, runProgram } from './olkconform.js';

describe('--help', () => {
  it('shows examples of every command, of options that there are', () => {
    const { commands, options } = allCommands();
    expect(Object.keys(usageExamples)).to.have.members(commands.map((command) => command.name()));
    for (const command of commands) {
      const known = [...command.options, ...options].map(({ long }) => long);
      const examples = usageExamples[command.name()] ?? [];
      expect(examples.length, command.name()).to.be.greaterThan(0);
      for (const { line } of examples) {
        expect(line).to.match(new RegExp(`olkconform ${command.name()}\\b`));
        expect(known, line).to.include.members(line.match(/(?<= )--[a-z-]+/g) ?? []);
      }
    }
  });

  it('shows examples of checks and areas that there are', () => {
    const known = [...statementIds, ...Object.keys(areas)];
    const lines = Object.values(usageExamples).flatMap((examples) => examples.map(({ line }) => line));
    const shown = lines.flatMap((line) => /olkconform (?:explain|run .*--(?:only|skip)) (\S+)/.exec(line)?.[1] ?? []);
    expect(shown).to.have.length(2);
    expect(known).to.include.members(shown);
  });

  it('shows them below the options', async () => {
    const { stdout, status } = await olkconform(['compare', '--help']);
    expect(stdout).to.match(
      /-h, --help[^]+\n\nExamples:\n {2}What a change [^]+\n {4}olkconform compare before\.json /,
    );
    expect(stdout).to.match(/\(choices: text, markdown, json;\s+default:\s+text\)/);
    expect(status).to.equal(0);
  });
});

describe('a command line that cannot be understood', () => {
  const cases: [args: string[], what: string, toDo: string][] = [
    [['rn'], 'rn: there is no such command. Did you mean run?', 'olkconform --help shows the commands.'],
    [['run', '--sesion', 'own'], '--sesion: there is no such option. Did you mean --session?', 'olkconform run --help'],
    [
      ['machine', '--dll', 'helper.dll'],
      '--dll: olkconform machine has no such option; olkconform run has.',
      'olkconform machine --help',
    ],
    [['list', '--jsno=1'], '--jsno: there is no such option. Did you mean --json?', 'olkconform list --help'],
    [['run', '--level', 'mst'], '--level mst: it has to be one of must, should. Did you mean must?', 'olkconform run'],
    [['schema', 'confg'], '<name> confg: it has to be one of config, ', 'olkconform schema'],
    [['explain'], '<id> is missing.', 'olkconform explain --help'],
    [['keygen'], '--out <FOLDER> has to be given.', 'olkconform keygen --help'],
    [['run', '--dll'], '--dll <FILE>: its value is missing.', 'olkconform run --help'],
    [['judge', 'a', 'b'], 'judge: these are more arguments than it takes.', 'olkconform judge --help'],
    [['list', '--wat\u001B[2J'], String.raw`--wat\u{1b}[2J: there is no such option.`, 'olkconform list --help'],
  ];

  for (const [args, what, toDo] of cases) {
    it(`is told in two lines: ${JSON.stringify(args.join(' '))}`, async () => {
      const { status, stdout, stderr } = await olkconform(args);
      const [first, second, ...more] = stderr.split('\n');
      expect(first).to.contain(`olkconform: ${what}`);
      expect(second).to.contain(`  ${toDo}`);
      expect([status, stdout, more]).to.deep.equal([2, '', ['']]);
    });
  }

  it('is told in Spanish', async () => {
    const { stderr } = await olkconform(['run', '--session', 'onw', '--lang', 'es']);
    expect(stderr).to.contain('--session onw: tiene que ser uno de own, borrowed, auto. ¿Quiso decir own?');
  });
});

describe('the manual page', () => {
  const page = manualPage(allCommands());

  it('is what man/olkconform.1 holds: olkconform man > man/olkconform.1', () => {
    expect(readFileSync(join(root, 'man', 'olkconform.1'), 'utf8')).to.equal(page);
  });

  it('has every command and every option', () => {
    for (const command of allCommands().commands) {
      expect(page).to.contain(`.SS "${command.name()}`);
      for (const { long } of command.options) expect(page).to.contain(String(long).replaceAll('-', String.raw`\-`));
    }
  });

  it('has nothing that troff warns of', async () => {
    const groff = findProgram('groff', thisHost());
    if (groff === undefined) {
      expect(page).to.match(/^[ -~\n]+$/);
      return;
    }
    const { status, stderr, stdout } = await runProgram(groff, ['-ww', '-man', '-Tutf8', 'man/olkconform.1']);
    expect([status, stderr]).to.deep.equal([0, '']);
    expect(stdout).to.contain('HRESULT __stdcall');
  });
});
