import { expect } from 'chai';
import * as z from 'zod/mini';

import { statementIds } from '../../harness/catalogue/catalogue.js';
import { olkconform } from './olkconform.js';

const checks = z.object({
  checks: z.array(
    z.object({
      id: z.string(),
      level: z.enum(['must', 'should']),
      title: z.string(),
      source: z.object({ page: z.string() }),
    }),
  ),
});
const examples = z.object({ examples: z.array(z.object({ name: z.string() })) });

describe('olkconform list', () => {
  it('gives every check as JSON', async () => {
    const { status, stdout } = await olkconform(['list', '--json']);
    expect(status).to.equal(0);
    expect(checks.parse(JSON.parse(stdout)).checks.map(({ id }) => id)).to.deep.equal(statementIds);
  });

  it('gives every built-in helper as JSON', async () => {
    const { stdout } = await olkconform(['list', '--examples', '--json']);
    const names = examples.parse(JSON.parse(stdout)).examples.map(({ name }) => name);
    expect(names).to.include.members(['own-session', 'borrowed-session']);
    expect(names.filter((name) => name.startsWith('mutant/')).length).to.be.at.least(24);
  });

  it('prints a line for each check', async () => {
    const { stdout } = await olkconform(['list']);
    expect(stdout.trimEnd().split('\n')).to.have.length(statementIds.length);
  });
});
