import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { validateXML } from 'xmllint-wasm';

import { root, runProgram, type CommandResult } from '../cli/olkconform.js';

interface Example {
  readonly name: string;
  /** One line of one file is broken. */
  readonly file: string;
  readonly line: string;
  readonly broken: string;
  /** The checks that fail for it. */
  readonly accusedBy: readonly string[];
  /** Pages whose commands are for its folder, when it is built. */
  readonly pages: readonly string[];
}

const examples: readonly Example[] = [
  {
    name: 'native-client',
    file: 'src/account_helper.cpp',
    line: 'HandsOffSession() {\n    return E_NOTIMPL;',
    broken: 'HandsOffSession() {\n    return S_OK;',
    accusedBy: [
      'hands-off-session/borrowed-e-notimpl',
      'hands-off-session/code-matches-behaviour',
      'sequence/exhaustive',
    ],
    pages: ['docs/record-a-session.md'],
  },
  {
    name: 'plain-c',
    file: 'helper.c',
    line: 'if (!fits) {\n        return E_OUTOFMEMORY;',
    broken: 'if (!fits) {\n        return E_INVALIDARG;',
    accusedBy: ['get-identity/too-small-code', 'sequence/exhaustive'],
    pages: [],
  },
];

/** The commands that a page tells, one after the other, by their words. */
function commandsOf(page: string): string[][] {
  const block = /^```sh\n(.*?)^```/ms.exec(page)?.[1];
  if (block === undefined) throw new Error('no commands in the page');
  return block
    .trim()
    .split('\n')
    .map((line) => line.split(' '));
}

const textOf = (folder: string, file: string): string => readFileSync(join(folder, file), 'utf8');

for (const { name, file, line, broken, accusedBy, pages } of examples) {
  describe(`examples/${name}`, () => {
    let copy = '';
    let folder = '';

    before(() => {
      copy = mkdtempSync(join(tmpdir(), 'olkconform-examples-'));
      cpSync(join(root, 'include'), join(copy, 'include'), { recursive: true });
      cpSync(join(root, 'examples'), join(copy, 'examples'), { recursive: true });
      folder = join(copy, 'examples', name);
      rmSync(join(folder, 'build'), { recursive: true, force: true });
    });
    after(() => {
      rmSync(copy, { recursive: true });
    });

    async function carryOut([program = '', ...args]: readonly string[]): Promise<CommandResult> {
      const words = args.map((word) => word.replace('CHECKOUT', root));
      return program === 'node'
        ? runProgram(process.execPath, [...words, '--lang', 'en'], { cwd: folder })
        : runProgram(program, words, { cwd: folder });
    }

    it('is built and found conformant by the commands in its README', async () => {
      const commands = commandsOf(textOf(folder, 'README.md'));
      expect(commands.map(([program]) => program)).to.include.members(['cmake', 'node']);
      for (const command of commands) {
        const { status, stdout, stderr } = await carryOut(command);
        expect(status, `${command.join(' ')}\n${stdout}${stderr}`).to.equal(0);
        if (command.includes('run')) expect(stdout).to.contain('Conformant: ');
      }
    });

    for (const page of pages)
      it(`is what ${page} speaks of`, async () => {
        for (const command of commandsOf(textOf(root, page))) {
          const { status, stdout, stderr } = await carryOut(command);
          expect(status, `${command.join(' ')}\n${stdout}${stderr}`).to.equal(0);
          if (command.includes('record')) expect(stdout).to.contain('HandsOffSession()');
          else expect(stdout).to.contain('own-sequence/recording');
        }
      });

    it(`with one line broken fails ${accusedBy.join(' and ')}`, async () => {
      const right = textOf(folder, file);
      expect(right.split(line)).to.have.length(2);
      writeFileSync(join(folder, file), right.replace(line, broken));
      const [, build = [], judge = []] = commandsOf(textOf(folder, 'README.md'));
      expect((await carryOut(build)).status).to.equal(0);
      const { status, stdout } = await carryOut(judge);
      expect(stdout.match(/(?<=✗ fail {2})\S+/g)).to.deep.equal(accusedBy);
      expect(status).to.equal(1);
    });

    it('has a project for MSBuild of the same sources', async () => {
      const cmake = textOf(folder, 'CMakeLists.txt').match(/[\w/]+\.(c|cpp)\b/g) ?? [];
      const project = textOf(folder, `${name}.vcxproj`);
      expect((await validateXML({ xml: project, normalization: 'format' })).errors).to.deep.equal([]);
      const named = [...project.matchAll(/<ClCompile Include="([^"]+)"/g)].map(([, source = '']) => source);
      expect(cmake).not.to.deep.equal([]);
      expect(named.map((source) => source.replaceAll('\\', '/'))).to.have.members(cmake);
    });
  });
}
