import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';

import { olkconform, root, runProgram, type CommandResult } from '../cli/olkconform.js';

/** The first fenced block of that language in a page, of those that come after a text. */
function blockOf(file: string, language: string, after = ''): string {
  const page = readFileSync(join(root, file), 'utf8');
  const found = new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'ms').exec(page.slice(page.indexOf(after)))?.[1];
  if (found === undefined) throw new Error(`${file} has no ${language} block after "${after}"`);
  return found;
}

const block = (language: string): string => blockOf('docs/expose-your-helper.md', language);

/** The documented commands: how the DLL is built, and how it is judged. */
const [build = '', judge = ''] = block('sh').trim().split('\n');
const words = (command: string): string[] => command.replace('CHECKOUT', root).split(' ');

describe('the example in docs/expose-your-helper.md', () => {
  let folder = '';

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'olkconform-example-'));
  });
  after(() => {
    rmSync(folder, { recursive: true });
  });

  async function judged(source: string): Promise<CommandResult> {
    writeFileSync(join(folder, 'helper.cpp'), source);
    const [compiler = '', ...args] = words(build);
    const { status, stderr } = await runProgram(compiler, args, { cwd: folder });
    expect(status, stderr).to.equal(0);
    const dll = join(folder, 'helper.dll');
    return olkconform(
      words(judge)
        .slice(2)
        .map((word) => (word === 'helper.dll' ? dll : word)),
    );
  }

  it('is judged from any folder by this checkout: npx would fetch a package of that name', () => {
    expect(judge).to.match(/^node CHECKOUT\/build\/cli\/main\.js run /);
    const page = readFileSync(join(root, 'docs/expose-your-helper.md'), 'utf8');
    expect(page).not.to.match(/^npx olkconform/m);
  });

  it('is conformant as it stands', async () => {
    const { status, stdout, stderr } = await judged(block('cpp'));
    expect(stdout, stderr).to.contain('Conformant: ');
    expect(status).to.equal(0);
  });

  it('fails, with requirement, page and heading, when HandsOffSession returns S_OK', async () => {
    const changed = block('cpp').replace(
      'HandsOffSession() override { return E_NOTIMPL; }',
      'HandsOffSession() override { return S_OK; }',
    );
    const { status, stdout } = await judged(changed);
    expect(stdout).to.contain('✗ fail  hands-off-session/borrowed-e-notimpl');
    expect(stdout).to.contain(
      'A helper that did not create the MAPI session itself returns E_NOTIMPL from HandsOffSession',
    );
    expect(stdout).to.contain('iolkaccounthelper-handsoffsession, Return values');
    expect(status).to.equal(1);

    // README.md shows this very run: what stands between its `…` was printed, in this order and up to the end.
    let rest = `${stdout}<end>`;
    for (const part of `${blockOf('README.md', '', '## What you see')}<end>`.split('…\n')) {
      expect(rest).to.contain(part);
      rest = rest.slice(rest.indexOf(part) + part.length);
    }
  });
});
