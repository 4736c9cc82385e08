import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';

import { statementIds } from '../../harness/catalogue/catalogue.js';
import { completionOf, valuesOf } from '../../harness/cli/complete.js';
import { completionScripts } from '../../harness/cli/completion-scripts.js';
import { shells } from '../../harness/cli/completion.js';
import { placesOf, thisHost } from '../../harness/setup/places.mjs';
import { findProgram } from '../../harness/setup/program.mjs';
import { temporaryFolder } from '../setup/temporary-folder.js';
import { allCommands } from './command-tree.js';
import { olkconform, root, runProgram } from './olkconform.js';

/** The last word of a command line, completed. */
function completed(line: string): { values: string[]; files: boolean } {
  const words = line.split(' ');
  const { candidates, files } = completionOf(allCommands(), words.at(-1) ?? '', words.slice(1, -1));
  return { values: candidates.map(({ value }) => value), files };
}

describe('completion', () => {
  const folder = temporaryFolder();

  it('has the commands, with what they are for', () => {
    const names = allCommands().commands.map((command) => command.name());
    expect(completed('olkconform ').values).to.deep.equal([...names, 'help']);
    expect(completed('olkconform --lang es com').values).to.deep.equal(['compare', 'completion']);
    expect(completed('olkconform help ver').values).to.deep.equal(['verify']);
    expect(completionOf(allCommands(), 'keyg', []).candidates[0]?.about).to.contain('key pair');
  });

  it('has the options of the command and of the program, and what they may be', () => {
    expect(completed('olkconform run --ses').values).to.deep.equal(['--session']);
    expect(completed('olkconform run --la').values).to.deep.equal(['--lang']);
    expect(completed('olkconform run --session ').values).to.deep.equal(['own', 'borrowed', 'auto']);
    expect(completed('olkconform run --session=b').values).to.deep.equal(['--session=borrowed']);
    expect(completed('olkconform list ').values).to.include.members(['--examples', '--json', '--help', '--lang']);
    expect(completed('olkconform schema b').values).to.deep.equal(['baseline']);
    // An option without a value leaves the next word free.
    expect(completed('olkconform compare --format text a.json ')).to.deep.equal({ values: [], files: true });
    expect(completed('olkconform explain iunknown/x ').values).to.include('--help');
  });

  it('has checks, areas, helpers and reports', () => {
    expect(completed('olkconform explain ').values).to.deep.equal([...statementIds]);
    expect(completed('olkconform run --only get-id').values).to.include.members([
      'get-identity',
      'get-identity/null-pcch',
    ]);
    expect(completed('olkconform run --example own-').values).to.deep.equal(['own-session']);
    expect(completed('olkconform run --report js')).to.deep.equal({ values: ['json='], files: false });
    expect(completed('olkconform run --report json=re')).to.deep.equal({ values: [], files: true });
  });

  it('leaves files to the shell, wherever a file is meant', () => {
    for (const line of ['run --dll ', 'judge ', 'merge a.json ', 'verify --key ', 'keygen --out ', 'run --config=x']) {
      expect(completed(`olkconform ${line}`).files, line).to.equal(true);
    }
    for (const line of ['run --profile ', 'run --timeout ', 'explain ', 'run '])
      expect(completed(`olkconform ${line}`).files, line).to.equal(false);
  });

  it('knows no option or argument that there is not', () => {
    const known = allCommands().commands.flatMap((command) => [
      ...command.options.map(({ long }) => `${command.name()} ${String(long)}`),
      ...command.registeredArguments.map((argument) => `${command.name()} ${argument.name()}`),
    ]);
    expect(known).to.include.members(Object.keys(valuesOf));
  });

  it('is printed for each shell, in a form that the shell takes', async () => {
    const checkers = { bash: ['-n'], zsh: ['-n'], fish: ['--no-execute'] } as const;
    for (const shell of shells) {
      const { status, stdout } = await olkconform(['completion', shell]);
      expect([status, stdout]).to.deep.equal([0, completionScripts[shell]]);
      const program = shell === 'powershell' ? undefined : findProgram(shell, thisHost());
      if (program === undefined || shell === 'powershell') continue;
      const file = join(folder(), shell);
      writeFileSync(file, stdout);
      const checked = await runProgram(program, [...checkers[shell], file]);
      expect(checked, shell).to.deep.equal({ status: 0, stdout: '', stderr: '' });
    }
    // Tests run where bash is.
    expect(findProgram('bash', thisHost())).to.be.a('string');
  });

  it('works in bash, which cuts words at =', async () => {
    const file = join(folder(), 'script');
    writeFileSync(join(folder(), 'result one.json'), '');
    const replies = async (...words: string[]): Promise<string[]> => {
      const quoted = words.map((word) => `'${word}'`).join(' ');
      const text = [
        `olkconform() { '${process.execPath}' '${placesOf(root).commandLine}' "$@"; }`,
        completionScripts.bash,
        `COMP_WORDS=(olkconform ${quoted}) COMP_CWORD=${String(words.length)}`,
        '_olkconform',
        'printf \'%s\\n\' "${COMPREPLY[@]}"',
      ];
      writeFileSync(file, text.join('\n'));
      const { stdout, stderr } = await runProgram('bash', ['--norc', file], { cwd: folder() });
      expect(stderr).to.equal('');
      return stdout.trimEnd().split('\n');
    };
    expect(await replies('expl')).to.deep.equal(['explain']);
    expect(await replies('run', '--session', '=', 'b')).to.deep.equal(['borrowed']);
    expect(await replies('run', '--report', 'json', '=')).to.include('result one.json');
    expect(await replies('run', '--example', 'borrowed-s')).to.deep.equal(['borrowed-session']);
  });
});
