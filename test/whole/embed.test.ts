import { join } from 'node:path';
import { expect } from 'chai';

import { dllOf, findExample } from '../../harness/certify/examples.js';
import { root, runProgram, type CommandResult } from '../cli/olkconform.js';

describe('the example of a Mocha that embeds certify', () => {
  const judged = (name: string): Promise<CommandResult> =>
    runProgram(
      process.execPath,
      [join(root, 'node_modules/mocha/bin/mocha.js'), '--no-color', 'examples/mocha/helper.test.mjs'],
      {
        env: { ...process.env, HELPER_DLL: dllOf(findExample(name)) },
      },
    );

  it('passes with a helper that is right, and prints what Mocha prints alone', async () => {
    const { status, stdout, stderr } = await judged('borrowed-session');
    expect(stdout, stderr).to.match(/^\s+our helper\n\s+✔ is conformant \(\d+m?s\)\n\s+1 passing \(\d+m?s\)\s+$/);
    expect([status, stderr]).to.deep.equal([0, '']);
  });

  it('fails with the ids of what is wrong', async () => {
    const { status, stdout } = await judged('mutant/hands-off-borrowed-s-ok');
    expect(stdout).to.contain('hands-off-session/borrowed-e-notimpl: expected ');
    expect(status).to.equal(1);
  });
});
