import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { expect } from 'chai';

import { packageRoot } from '../../harness/setup/places.mjs';
import { capture } from '../../harness/setup/program.mjs';
import { temporaryFolder } from './temporary-folder.js';

/** Imports that the linter has to refuse, and ones that it has to let through. */
const refused = {
  'harness/record/a.ts': '../plan/plan.js',
  'harness/script/a.ts': '../record/transcript.js',
  'harness/catalogue/a.ts': '../script/step.js',
  'harness/language/a.ts': '../plan/plan.js',
  'harness/language/b.ts': '../catalogue/catalogue.js',
  'harness/rule/a.ts': '../language/message.js',
  'harness/rule/b.ts': '../model/step.js',
  'harness/model/a.ts': '../rule/rule.js',
  'harness/host/a.ts': '../rule/rule.js',
  'harness/host/b.ts': '../record/host-event.js',
  'harness/host/c.ts': 'node:util',
  'harness/engine/a.ts': '../../reports/console.js',
  'harness/probe/a.ts': '../rule/rule.js',
  'harness/probe/b.ts': '../setup/places.mjs',
  'harness/certificate/a.ts': '../certify/rejudge.js',
  'harness/certificate/b.ts': '../plan/plan.js',
  'harness/probe/e.ts': '../certificate/keys.js',
  'harness/certify/a.ts': '../cli/main.js',
  'harness/certify/b.ts': '../drift/drift.js',
  'harness/drift/a.ts': '../record/transcript.js',
  'harness/drift/b.ts': 'node:fs',
  'suites/interface/a.ts': '../../harness/probe/probe.js',
  'suites/interface/b.ts': 'node:fs',
  'suites/interface/c.ts': 'node:child_process',
  'harness/sequence/a.ts': '../certify/certify.js',
  'harness/sequence/b.ts': '../plan/plan.js',
  'harness/rule/c.ts': '../sequence/load.js',
  'harness/model/c.ts': '../sequence/load.js',
  'reports/a.ts': '../harness/engine/run-mocha.js',
  'reports/b.ts': 'node:fs/promises',
};
const allowed = {
  'harness/cli/main.ts': '../certify/certify.js',
  'harness/cli/drift.ts': '../drift/drift.js',
  'harness/drift/c.ts': '../catalogue/catalogue.js',
  'harness/certificate/c.ts': '../plan/usage-error.js',
  'harness/certify/c.ts': '../certificate/bundle.js',
  'harness/probe/c.ts': '../setup/wine.mjs',
  'harness/record/b.ts': '../script/step.js',
  'suites/interface/f.ts': '../../harness/model/step.js',
  'harness/sequence/c.ts': '../plan/usage-error.js',
  'harness/sequence/d.ts': '../model/step.js',
  'harness/sequence/e.ts': '../setup/places.mjs',
  'harness/certify/d.ts': '../sequence/rule-of.js',
  'harness/model/b.ts': '../record/exploration.js',
  'suites/interface/d.ts': '../../harness/rule/rule.js',
  'suites/interface/e.ts': '../scripts/names.js',
  'reports/c.ts': '../harness/record/run-record.js',
  'reports/d.ts': '../harness/language/message.js',
  'harness/plan/a.ts': '../language/message.js',
};

describe('the import boundaries', () => {
  const folder = temporaryFolder();
  const root = packageRoot(import.meta.url);

  it('know every room, and so does docs/architecture.md', () => {
    const rooms = readdirSync(join(root, 'harness')).map((room) => `harness/${room}`);
    const arrows = readFileSync(join(root, '.oxlintrc.json'), 'utf8');
    const page = readFileSync(join(root, 'docs', 'architecture.md'), 'utf8');
    expect(rooms.filter((room) => !arrows.includes(`"${room}/**"`))).to.deep.equal([]);
    expect(rooms.filter((room) => !page.includes(`| \`${room}\` `))).to.deep.equal([]);
  });

  it('are between rooms that are there: the drawing of docs/architecture.md names no other', () => {
    const page = readFileSync(join(root, 'docs', 'architecture.md'), 'utf8');
    const [, drawing = ''] = page.split('```');
    const drawn = drawing.match(/\b(?:harness|fixtures)\/\w+|\bsuites\b|\breports\b/g) ?? [];
    expect(drawn).to.include.members([
      'harness/probe',
      'harness/host',
      'harness/engine',
      'suites',
      'fixtures/provider',
    ]);
    expect(drawn.filter((room) => !existsSync(join(root, room)))).to.deep.equal([]);
  });

  it('are held by the linter', async () => {
    copyFileSync(join(root, '.oxlintrc.json'), join(folder(), '.oxlintrc.json'));
    for (const [file, source] of Object.entries({ ...refused, ...allowed })) {
      mkdirSync(dirname(join(folder(), file)), { recursive: true });
      writeFileSync(join(folder(), file), `import { it } from '${source}';\nexport const kept = it;\n`);
    }
    const oxlint = join(root, 'node_modules', 'oxlint', 'bin', 'oxlint');
    const { output } = await capture(process.execPath, [oxlint, '--format', 'unix'], { cwd: folder() });
    const blamed = output
      .split('\n')
      .flatMap((line) => (line.includes('no-restricted-imports') ? line.split(':')[0] : []));
    expect(blamed).to.have.members(Object.keys(refused));
  });
});
