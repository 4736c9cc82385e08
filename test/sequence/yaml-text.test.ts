import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import fc from 'fast-check';

import { packageRoot } from '../../harness/setup/places.mjs';
import { problemOf } from './problem-of.js';

const folder = join(packageRoot(import.meta.url), 'suites', 'sequences');
const builtIn = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));

describe('the YAML of a sequence', () => {
  const hostile: [what: string, text: string, told: RegExp][] = [
    ['an anchor', 'name: &a b\n', /^1:7 anchors and aliases/],
    ['an alias', 'name: a\nsteps: *b\n', /^2:8 anchors and aliases/],
    ['a merge by alias', 'name: a\n<<: *b\n', /^2:5 anchors and aliases/],
    ['a tag', 'name: !!js/function "x"\n', /^1:7 tags/],
    ['a directive', '%TAG ! tag:a,2000:\n---\nname: a\n', /^1:1 directives/],
    ['lists in lists', `name: ${'['.repeat(200_000)}`, /^1:\d+ it is nested too deeply/],
    ['mappings in mappings', `name: ${'{ a: '.repeat(100_000)}`, /^1:\d+ it is nested too deeply/],
    ['lists in a line', `${'- '.repeat(200_000)}a`, /^1:\d+ it is nested too deeply/],
    ['questions in a line', `${'? '.repeat(200_000)}a`, /^1:\d+ it is nested too deeply/],
    [
      'ever deeper lines',
      Array.from({ length: 500 }, (_, at) => `${' '.repeat(at)}a:`).join('\n'),
      /nested too deeply/,
    ],
    ['a file that is too long', `name: ${'a'.repeat(1_000_001)}`, /^1:1 a sequence has 1000000 characters at most/],
    ['two documents', 'name: a\n---\nname: b\n', /one file is one sequence/],
    ['a control character', 'name: a\u001B[2J\n', /^1:8 a control character/],
    ['a key twice', 'name: a\nname: b\n', /^2:1 a key is there twice/],
    ['a key twice within a step', 'name: a\nsteps:\n  - { do: open, do: close }\n', /^3:17 a key is there twice/],
    ['more parts than steps can have', `name: [${','.repeat(900_000)}]`, /^1:\d+ it has more parts/],
    ['no YAML', 'name: [a\n', /^\d+:\d+ not YAML: /],
    ['a key that reaches for the prototype', '__proto__: { name: a }\nsteps: [open]\n', /^1:1 /],
    ['a list for a key', '[a, b]: c\n', /^\d+:\d+ /],
  ];
  for (const [what, text, told] of hostile)
    it(`refuses ${what} in one line`, () => {
      const problem = problemOf(text);
      expect(problem).to.match(told);
      expect(problem).not.to.contain('\n');
    });

  it('is as quick with tens of thousands of keys as with a few', () => {
    const keys = Array.from({ length: 30_000 }, (_, at) => `k${String(at)}: b\n`).join('');
    const begin = performance.now();
    expect(problemOf(keys)).to.match(/^1:1 /);
    expect(performance.now() - begin).to.be.lessThan(6_000);
  });

  it('takes the signs of YAML within texts, and JSON, which is YAML too', () => {
    expect(problemOf('name: "& * ! [ { %"\nabout: "a & b * c ! \\u0007"\nsteps: [open]\n')).to.equal(undefined);
    expect(problemOf('name: a\nabout: |\n  & * !x\n  - - - -\nsteps: [open]\n')).to.equal(undefined);
    expect(
      problemOf(JSON.stringify({ name: 'a', steps: Array.from({ length: 90 }, () => ({ do: 'observe' })) })),
    ).to.equal(undefined);
  });

  it('refuses a name that would be obeyed where it is shown', () => {
    for (const sign of ['\\e[32m', '\\n::error::', '\\u202e', '\\0'])
      expect(problemOf(`name: "a${sign}"\nsteps: [open]\n`), sign).to.match(/^1:7 name: /);
  });

  it('is read or refused in one line, whatever it is', () => {
    const signs = fc.constantFrom(
      '- ',
      ': ',
      '{',
      '}',
      '[',
      ']',
      ',',
      '\n',
      '  ',
      '? ',
      '"',
      "'",
      '|',
      '>',
      '#',
      'do',
      'open',
      '\t',
      '~',
    );
    const words = fc.array(fc.oneof(signs, fc.string({ maxLength: 4 })), { maxLength: 60 }).map((all) => all.join(''));
    fc.assert(
      fc.property(words, (text) => {
        expect(problemOf(text) ?? '').not.to.match(/\n/);
      }),
      { numRuns: 500 },
    );
  });

  it('is read or refused with a place in it, however a good one is spoilt', () => {
    const spoilt = fc
      .record({ text: fc.constantFrom(...builtIn), at: fc.nat(), length: fc.nat(12), put: fc.string({ maxLength: 6 }) })
      .map(({ text, at, length, put }) => {
        const place = at % text.length;
        return text.slice(0, place) + put + text.slice(place + length);
      });
    fc.assert(
      fc.property(spoilt, (text) => {
        const [, line = '1'] = /^(\d+):\d+ /.exec(problemOf(text) ?? '1:1 ') ?? [];
        expect(Number(line)).to.be.within(1, text.split('\n').length);
      }),
      { numRuns: 500 },
    );
  });
});
