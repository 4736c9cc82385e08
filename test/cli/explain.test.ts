import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';

import { rules } from '../../suites/index.js';
import { olkconform, root } from './olkconform.js';

describe('olkconform explain', () => {
  it('prints source, what is done, a violation in C++ and how to fix it', async () => {
    const { status, stdout } = await olkconform(['explain', 'hands-off-session/borrowed-e-notimpl']);
    expect(status).to.equal(0);
    expect(stdout).to.contain('docs/outlook/auxiliary/iolkaccounthelper-handsoffsession.md, Return values');
    expect(stdout).to.match(/1\. create the helper\n/);
    expect(stdout).to.contain('HandsOffSession()');
    expect(stdout).to.contain('class Mutant');
    expect(stdout).to.contain('How to fix: ');
  });

  it('says why a statement is not judged', async () => {
    const { stdout } = await olkconform(['explain', 'abi/stdcall']);
    expect(stdout).to.contain('Not judged: only an x86 host can see it');
  });

  it('lists the ids of an area', async () => {
    const { status, stderr } = await olkconform(['explain', 'placeholder1']);
    expect(stderr).to.contain('an area').and.to.contain('placeholder1/e-notimpl');
    expect(status).to.equal(2);
  });

  it('refuses an unknown id', async () => {
    const { status, stderr } = await olkconform(['explain', 'abi/stdcal']);
    expect(stderr).to.contain('Did you mean abi/stdcall?');
    expect(status).to.equal(2);
  });
});

describe('docs/rules.md', () => {
  it('is what olkconform list --markdown prints', async () => {
    const { stdout } = await olkconform(['list', '--markdown']);
    expect(readFileSync(join(root, 'docs', 'rules.md'), 'utf8')).to.equal(stdout);
  });

  it('says of every rule how to mend a violation', () => {
    expect(rules.filter(({ howToFix }) => howToFix.trim() === '').map(({ id }) => id)).to.deep.equal([]);
  });
});
