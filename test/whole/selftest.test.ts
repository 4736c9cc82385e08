import { expect } from 'chai';
import * as z from 'zod/mini';

import { readExamples } from '../../harness/certify/examples.js';
import { olkconform } from '../cli/olkconform.js';
import { rules } from '../../suites/index.js';

const result = z.object({
  name: z.string(),
  expected: z.array(z.string()),
  failed: z.array(z.string()),
  falseAlarms: z.array(z.string()),
});
const report = z.object({
  summary: z.object({ total: z.number(), killed: z.number(), falseAlarms: z.number() }),
  mutants: z.array(result),
  references: z.array(result),
});

describe('olkconform selftest', () => {
  it('kills every mutant by exactly the checks that it names, and leaves the references alone', async function selftest() {
    this.timeout(300_000);
    const { status, stdout, stderr } = await olkconform(['selftest', '--json']);
    expect(stdout, stderr).not.to.equal('');
    const { summary, mutants, references } = report.parse(JSON.parse(stdout));
    const wrong = [...mutants, ...references].filter(
      ({ expected, failed, falseAlarms }) => falseAlarms.length > 0 || expected.some((id) => !failed.includes(id)),
    );
    expect(wrong).to.deep.equal([]);
    expect(references.length, 'correct helpers: references, clients and the crowd').to.be.at.least(2 + 2 + 24);
    expect(summary).to.deep.equal({ total: mutants.length, killed: mutants.length, falseAlarms: 0 });
    expect(mutants.length + references.length).to.equal(readExamples().length);
    expect(mutants.length).to.be.at.least(90);
    expect(status).to.equal(0);
  });

  it('has a mutant for every check', () => {
    // A DLL for another machine is refused before a check could fail: test/engine/run-mocha.test.ts judges one.
    const caught = new Set(['server/bitness', ...readExamples().flatMap(({ fails = [] }) => fails)]);
    expect(rules.map(({ id }) => id).filter((id) => !caught.has(id))).to.deep.equal([]);
  });

  it('does not call it a success when no helper matches', async () => {
    const { status } = await olkconform(['selftest', '--only', 'nothing/*']);
    expect(status).to.equal(4);
  });
});
