/**
 * What has made other conformance suites say "pass" where nothing had passed. What is not here has its test elsewhere: a
 * selection that leaves nothing (test/cli/bad-input), a death by signal (test/setup/counts, and below for the helper's
 * process), a shell that is given inputs by a CI (test/cli/ci-files), reports written halfway (test/cli/reports).
 */
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';

import { statementIds } from '../../harness/catalogue/catalogue.js';
import { fixturesFolder } from '../../harness/certify/host-places.js';
import { rejudge } from '../../harness/certify/rejudge.js';
import { readRecord } from '../../harness/cli/saved-record.js';
import { statusOf } from '../../harness/cli/exit-status.js';
import { UsageError } from '../../harness/plan/usage-error.js';
import { runRecordSchema, type RunRecord } from '../../harness/record/run-record.js';
import { rules } from '../../suites/index.js';
import { olkconform, root } from '../cli/olkconform.js';
import { temporaryFolder } from '../setup/temporary-folder.js';

async function recordOf(...args: string[]): Promise<RunRecord> {
  const { stdout, stderr } = await olkconform(['run', '--json', ...args]);
  expect(stdout, stderr).not.to.equal('');
  return runRecordSchema.parse(JSON.parse(stdout));
}

describe('the traps of other suites', () => {
  const folder = temporaryFolder();
  let correct: RunRecord;
  before(async () => {
    correct = await recordOf('--example', 'own-session');
    expect(statusOf(correct.summary)).to.equal(0);
  });

  it('a truncated record never looks complete: cut anywhere, it is refused', () => {
    const text = JSON.stringify(correct);
    const file = join(folder(), 'cut.json');
    const cuts = Array.from({ length: 40 }, (_, at) => Math.floor((text.length * at) / 40));
    for (const length of [...cuts, text.length - 1]) {
      writeFileSync(file, text.slice(0, length));
      expect(() => readRecord(file), String(length)).to.throw(UsageError);
    }
  });

  it('a record that lost a transcript, or all of its verdicts, is judged as incomplete', async () => {
    for (const [at, { script }] of correct.transcripts.entries()) {
      const { summary } = await rejudge({ ...correct, transcripts: correct.transcripts.toSpliced(at, 1) }, rules);
      expect(summary.verdict, script.name).to.equal('incomplete');
      expect(summary.planned, script.name).to.equal(correct.summary.planned);
    }
    const { summary } = await rejudge({ ...correct, checks: [] }, rules);
    expect(summary).to.deep.equal(correct.summary);
  });

  it('a prerequisite that is skipped hides no MUST: what rests on it stays open where it does not hold', async () => {
    const skipping = ['--skip', 'interface', '--level', 'must'];
    const { summary, checks } = await recordOf('--example', 'mutant/iid-one-digit-off', ...skipping);
    expect(checks.map(({ id }) => id)).not.to.include('interface/iid');
    expect(summary.verdict).not.to.equal('conformant');
    expect(summary.inconclusive).to.be.greaterThan(30);
  });

  it('ids are names and no positions: what is left out or added renumbers nothing', () => {
    for (const id of statementIds)
      expect(id).to.match(/^[a-z]+[a-z0-9]*(-[a-z0-9]+)*\/[a-z]+[a-z0-9]*(-[a-z][a-z0-9]*)*$/);
    expect(new Set(statementIds).size).to.equal(statementIds.length);
  });

  it('no input gets to a shell: the path of a DLL is a path, whatever is in it', async () => {
    const name = "a; touch made & $(touch made) `touch made` 'b' %PATH% -- --help";
    const inside = join(folder(), name);
    mkdirSync(inside);
    const dll = join(inside, `${name}.dll`);
    copyFileSync(join(fixturesFolder, 'own-session.dll'), dll);
    const record = await recordOf('--dll', dll, '--only', 'placeholder1');
    expect(record.summary).to.include({ verdict: 'conformant', pass: 1 });
    expect(readdirSync(folder())).to.deep.equal([name]);
  });

  it('no program is started through a shell anywhere', () => {
    const sources = ['harness', 'reports', 'suites', 'fixtures'].flatMap((room) =>
      readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.(ts|mjs)$/.test(file))
        .map((file) => join(root, room, file)),
    );
    expect(sources.length).to.be.greaterThan(200);
    const shell = /\bshell:\s*true|\bexecSync\b|import \{[^}]*\bexec\b[^}]*\} from 'node:child_process'/;
    expect(sources.filter((file) => shell.test(readFileSync(file, 'utf8')))).to.deep.equal([]);
  });
});
