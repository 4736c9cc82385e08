import { homedir } from 'node:os';
import { expect } from 'chai';
import * as z from 'zod/mini';

import { olkconform } from './olkconform.js';

const schema = z.object({
  fit: z.boolean(),
  findings: z.array(z.object({ id: z.string(), presence: z.string(), found: z.string() })),
});

describe('olkconform doctor', () => {
  it('finds this machine fit, and names no home folder', async () => {
    const { status, stdout, stderr } = await olkconform(['doctor']);
    expect(stdout, stderr).to.contain('This machine can judge helpers.');
    expect(stdout).to.match(/^ok {13}Node {16}\d+\.\d+\.\d+, /m);
    expect(stdout).not.to.contain(`${homedir()}/`);
    expect(status).to.equal(0);
  });

  it('ends with 3 where something is missing, and says it to machines too', async () => {
    const { status, stdout } = await olkconform(['doctor', '--json'], {
      ...process.env,
      OLKCONFORM_CACHE: '/dev/null/x',
    });
    const { fit, findings } = schema.parse(JSON.parse(stdout));
    expect(fit).to.equal(false);
    expect(findings.filter(({ presence }) => presence === 'missing').map(({ id }) => id)).to.deep.equal([
      'cache folder',
    ]);
    expect(status).to.equal(3);
  });

  it('says why it cannot mend that, in lines and not in a stack', async () => {
    const { status, stderr } = await olkconform(['doctor', '--fix'], {
      ...process.env,
      OLKCONFORM_CACHE: '/dev/null/x',
    });
    expect(stderr).to.match(/^Windows Node [\d.]+ cannot be made in \/dev\/null\/x: /m);
    expect(stderr).not.to.match(/^\s+at /m);
    expect(status).to.equal(3);
  });

  it('obeys nothing that stands in a variable', async () => {
    const hostile = 'a\u001B[2J\u202Eb\u009B31m##[error]';
    // Node itself dies of some values of LC_ALL.
    const env = { ...process.env, LC_ALL: 'a\u001B[2J', OLKCONFORM_CACHE: `/tmp/${hostile}` };
    const { stdout, stderr } = await olkconform(['doctor'], env);
    expect(stdout).to.match(/^ok +locale +a\\u\{1b\}\[2J$/m);
    expect(stdout).to.contain(String.raw`a\u{1b}[2J\u{202e}b\u{9b}31m#\u{23}[error]`);
    expect(stdout + stderr).not.to.match(/[\u001B\u202E\u009B]/);
  });
});
