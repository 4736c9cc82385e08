import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';

import { inEnglish } from '../../harness/language/message.js';
import { UsageError } from '../../harness/plan/usage-error.js';
import { loadSequences } from '../../harness/sequence/load.js';
import { temporaryFolder } from '../setup/temporary-folder.js';

const good = 'name: a\nsteps: [open, close]\n';

async function refusal(...paths: string[]): Promise<string> {
  try {
    await loadSequences(paths);
  } catch (error) {
    if (error instanceof UsageError) return `${error.message} ${inEnglish(error.whatToDo)}`;
    throw error;
  }
  return expect.fail('it was not refused');
}

describe('--sequence', () => {
  const folder = temporaryFolder();
  const file = (name: string, text: string): string => {
    const path = join(folder(), name);
    writeFileSync(path, text);
    return path;
  };

  it('makes the id of the name of the file, wherever it lies', async () => {
    const [sequence] = await loadSequences([file('Hand off, twice (2).yaml', good)]);
    expect(sequence?.id).to.equal('own-sequence/hand-off-twice-2');
  });

  it('takes the sequences of a folder in the order of their names, and nothing else that lies there', async () => {
    const inner = join(folder(), 'several');
    mkdirSync(inner);
    for (const name of ['b.yaml', 'a.yml', 'c.txt']) writeFileSync(join(inner, name), good);
    expect((await loadSequences([inner])).map(({ id }) => id)).to.deep.equal(['own-sequence/a', 'own-sequence/b']);
  });

  it('takes what comes with olkconform, all or one, under ids of their own', async () => {
    const all = await loadSequences(['built-in']);
    expect(all.map(({ id }) => id)).to.include.members([
      'built-in-sequence/ordinary-life',
      'built-in-sequence/get-twice',
      'built-in-sequence/hand-off-twice',
      'built-in-sequence/hand-off-first',
      'built-in-sequence/release-newest-first',
      'built-in-sequence/release-oldest-first',
      'built-in-sequence/reopen',
      'built-in-sequence/two-helpers-one-session',
      'built-in-sequence/two-helpers-two-sessions',
      'built-in-sequence/interleaved-threads',
      'built-in-sequence/logon-fails-at-first',
    ]);
    expect(await loadSequences(['built-in/get-twice'])).to.deep.equal(
      all.filter(({ id }) => id.endsWith('/get-twice')),
    );
    expect(all.every(({ expectations }) => expectations.length > 0)).to.equal(true);
  });

  it('takes the default export of a module', async () => {
    const path = file('made.mjs', "export default { name: 'a', steps: ['open', 'handsOffSession', 'close'] };\n");
    const [sequence] = await loadSequences([path]);
    expect(sequence).to.include({ id: 'own-sequence/made', title: 'a' });
    expect(sequence?.steps).to.have.length(5);
  });

  it('tells what is wrong with a file, where, and what to do', async () => {
    const path = file('wrong.yaml', 'name: a\nsteps:\n  - opn\n');
    expect(await refusal(path)).to.match(/wrong\.yaml:3:5: .*Did you mean open\? What is taken: open, close/);
    const module = file('wrong.mjs', "export default { name: 'a', steps: ['opn'] };\n");
    expect(await refusal(module)).to.match(/wrong\.mjs: default\.steps\.0: .*Did you mean open\?/);
    expect(await refusal(file('broken.mjs', 'export default ;\n'))).to.match(/broken\.mjs: it cannot be loaded: /);
    expect(await refusal(file('throws.mjs', "throw new Error('no\\nmore');\n"))).to.match(
      /it cannot be loaded: no Give/,
    );
  });

  it("tells whatever a module's own code throws while it is looked at as a mistake of the module", async () => {
    const thrown: Record<string, [text: string, told: RegExp]> = {
      'a getter': ['export default { get name() { throw 1; } };', /default\.name: it cannot be read: 1 The page/],
      'a Proxy': [
        "export default new Proxy({}, { ownKeys() { throw new Error('mine'); } });",
        /default: it cannot be read: mine/,
      ],
      'a Proxy that is nothing any more': [
        'const { proxy, revoke } = Proxy.revocable([], {}); revoke(); export default { name: "a", steps: proxy };',
        /default\.steps: it cannot be read: .*revoked/,
      ],
      'an error with a message that throws': [
        "throw Object.defineProperty(new Error(), 'message', { get() { throw 2; } });",
        /it cannot be loaded: what it threw cannot be told/,
      ],
      'an error with a message that is no text': [
        "throw Object.assign(new Error(), { message: { toString: () => 'told\\nbelow' } });",
        /it cannot be loaded: told Give/,
      ],
      'nothing with a prototype': ['throw Object.create(null);', /it cannot be loaded: what it threw cannot be told/],
      'a Proxy that is thrown while it is looked at': [
        'const p = new Proxy({}, { getPrototypeOf() { throw 3; } }); export default { get name() { throw p; } };',
        /default\.name: it cannot be read: what it threw cannot be told/,
      ],
      'itself in itself': ['const a = { name: "a" }; a.steps = a; export default a;', /it is nested too deeply/],
      'a length that throws': [
        'export default { name: "a", steps: new Proxy([], { get: () => ({ valueOf() { throw 4; } }) }) };',
        /default\.steps: it cannot be read: 4/,
      ],
      'a function': ['export default { name: () => 1, steps: ["open"] };', /default\.name: name: \{…\} is not taken/],
    };
    for (const [what, [text, told]] of Object.entries(thrown))
      expect(await refusal(file(`${what.replaceAll(' ', '-')}.mjs`, `${text}\n`)), what).to.match(told);
  });

  it('counts the steps before it reads them', async () => {
    const many = (steps: string): string => `export default { name: 'a', steps: ${steps} };\n`;
    const started = performance.now();
    expect(await refusal(file('many.mjs', many("Array(1e6).fill('observe')")))).to.match(
      /default\.steps: these are more than 1000 steps/,
    );
    expect(
      await refusal(file('blocks.mjs', many("Array(9).fill({ repeat: 1, steps: Array(400).fill('x') })"))),
    ).to.match(/default\.steps\.2\.steps: these are more than 1000 steps/);
    expect(await refusal(file('wide.mjs', 'export default { name: Array(1e6).fill(0) };\n'))).to.contain(
      'it has more parts than a sequence can have.',
    );
    expect(performance.now() - started).to.be.lessThan(5000);
    expect(await refusal(file('many.yaml', `name: a\nsteps: [${'x, '.repeat(50_000)}x]\n`))).to.match(
      /many\.yaml:2:\d+: these are more than 1000 steps/,
    );
  });

  it('refuses half of a surrogate pair wherever it stands: the child could not be told of it', async () => {
    expect(await refusal(file('half.yaml', 'name: "\\ud800"\nsteps: [open, close]\n'))).to.match(
      /half\.yaml:1:7: half/,
    );
    const label = 'name: a\nsteps:\n  - open\n  - { do: observe, label: "a\\udfff" }\n  - close\n';
    expect(await refusal(file('label.yaml', label))).to.match(/label\.yaml:4:\d+: half/);
  });

  it('reads no pipe that lies in a folder: it would wait for ever', async function () {
    if (process.platform === 'win32') this.skip();
    const inner = join(folder(), 'pipes');
    mkdirSync(inner);
    execFileSync('mkfifo', [join(inner, 'a.yaml')]);
    expect(await refusal(inner)).to.contain('it is not a regular file.');
  });

  it('refuses what is no sequence at all', async () => {
    expect(await refusal(join(folder(), 'nowhere.yaml'))).to.match(
      /nowhere\.yaml: it cannot be read: there is no such file/,
    );
    expect(await refusal(file('a.txt', good))).to.contain('its name ends neither in .yaml');
    const empty = join(folder(), 'empty');
    mkdirSync(empty);
    expect(await refusal(empty)).to.contain('no file in it ends in .yaml.');
    expect(await refusal(file('---.yaml', good))).to.contain('there is no letter in its name');
    expect(await refusal('built-in/get-twise')).to.contain('Did you mean built-in/get-twice?');
    expect(await refusal(file('long.yaml', `#${' '.repeat(1_100_000)}`))).to.contain('1000000 characters at most');
  });

  it('refuses two files that would be one check, and more steps than a child has room for', async () => {
    const [one, other] = [file('one.yaml', good), file('one.yml', good)];
    expect(await refusal(one, other)).to.contain('would both be own-sequence/one.');
    const many = Array.from({ length: 5 }, (_, at) =>
      file(`many${String(at)}.yaml`, 'name: a\nsteps: [open, { repeat: 900, steps: [observe] }, close]\n'),
    );
    expect(await refusal(...many)).to.contain('more than 4000 steps');
  });
});
