import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';

import { findExample } from '../../harness/certify/examples.js';
import { fixturesFolder } from '../../harness/certify/host-places.js';
import { runRecordSchema, type RunRecord } from '../../harness/record/run-record.js';
import { olkconform } from '../cli/olkconform.js';

async function recordOf(...args: string[]): Promise<{ record: RunRecord; status: number | null }> {
  const { stdout, stderr, status } = await olkconform(['run', '--json', ...args]);
  expect(stdout, stderr).not.to.equal('');
  return { record: runRecordSchema.parse(JSON.parse(stdout)), status };
}

const verdicts = ({ checks }: RunRecord): string[] => checks.map(({ id, verdict }) => `${id} ${verdict}`);

describe('olkconform run', () => {
  let folder = '';
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'olkconform-run-'));
  });
  after(() => {
    rmSync(folder, { recursive: true });
  });

  for (const name of ['own-session', 'borrowed-session']) {
    it(`finds nothing wrong with ${name}`, async () => {
      const { record, status } = await recordOf('--example', name);
      expect(record.summary).to.include({ verdict: 'conformant', fail: 0, warning: 0, inconclusive: 0 });
      expect(record.subject.session.observed).to.equal(name.replace('-session', ''));
      expect(status).to.equal(0);
    });

    it(`finds out by counting whose session ${name} hands out`, async () => {
      const { record } = await recordOf('--dll', join(fixturesFolder, `${name}.dll`));
      expect(record.subject.session).to.include({ declared: 'auto', observed: name.replace('-session', '') });
      expect(record.summary.verdict).to.equal('conformant');
    });

    it(`reaches ${name} through its class object as well`, async () => {
      const { clsid, prepare } = findExample(name);
      const way = ['--clsid', clsid, '--prepare', prepare];
      const { record } = await recordOf('--dll', join(fixturesFolder, `${name}.dll`), ...way);
      expect(record.subject.activation).to.deep.equal({ kind: 'class', clsid, prepare });
      expect(record.summary).to.include({ verdict: 'conformant', inconclusive: 0 });
    });
  }

  it('does not believe what was declared', async () => {
    const { record } = await recordOf('--example', 'own-session', '--session', 'borrowed');
    expect(record.subject.session.observed).to.equal('own');
    expect(record.checks.find(({ id }) => id === 'hands-off-session/own-s-ok')?.verdict).to.equal('pass');
  });

  it('says which class ids a DLL does not know', async () => {
    const { status, stderr } = await olkconform([
      'run',
      '--dll',
      join(fixturesFolder, 'own-session.dll'),
      '--clsid',
      '11111111-2222-3333-4444-555555555555',
    ]);
    expect(stderr).to.contain('CLASS_E_CLASSNOTAVAILABLE');
    expect(status).to.equal(2);
  });

  it('names its MAPI in the registry for a helper that looks MAPI up there, where it is asked to', async () => {
    const helper = ['--dll', join(fixturesFolder, 'crowd', 'looked-up.dll')];
    const { record, status } = await recordOf(...helper, '--mapi-registry');
    expect(record.subject).to.include({ mapiRegistry: true });
    expect(record.subject.session.observed).to.equal('own');
    expect(record.summary).to.include({ verdict: 'conformant', fail: 0, warning: 0 });
    expect(status).to.equal(0);
    const without = await recordOf(...helper);
    expect(without.record.subject).to.include({ mapiRegistry: false });
    expect(without.record.subject.session.observed).to.equal('unknown');
  });

  for (const name of ['client/own-session-client', 'client/borrowing-client']) {
    it(`captures the helper of ${name} from the vendor's own code`, async () => {
      const { record, status } = await recordOf('--example', name);
      expect(record.subject.activation.kind).to.equal('capture');
      expect(record.checks.find(({ id }) => id === 'client/init-once')?.verdict).to.equal('pass');
      expect(record.summary).to.include({ verdict: 'conformant', warning: 0, inconclusive: 0 });
      expect(status).to.equal(0);
    });
  }

  it('warns where a SHOULD is violated, and fails with --strict', async () => {
    const example = ['--example', 'mutant/hands-off-own-s-false', '--only', 'hands-off-session/before-get'];
    const lenient = await recordOf(...example);
    expect(lenient.record.summary).to.include({ verdict: 'conformant', warning: 1 });
    const strict = await recordOf(...example, '--strict');
    expect(strict.record.summary).to.include({ verdict: 'nonconformant', fail: 1 });
    expect(strict.status).to.equal(1);
  });

  it('tolerates what the configuration names with a reason, and refuses a tolerance that has gone stale', async () => {
    const tolerating = (id: string): string => {
      const file = join(folder, 'tolerating.json');
      writeFileSync(file, JSON.stringify({ tolerate: [{ id, reason: 'mended in 2.0' }] }));
      return file;
    };
    const example = ['--example', 'mutant/placeholder-s-ok', '--skip', 'sequence/exhaustive'];
    const { record, status } = await recordOf(...example, '--config', tolerating('placeholder1/e-notimpl'));
    expect(record.summary).to.include({ verdict: 'conformant', warning: 1 });
    expect(status).to.equal(0);
    const file = join(folder, 'stale.json');
    const config = tolerating('placeholder1/e-notimpl');
    const stale = await olkconform(['run', '--example', 'own-session', '--config', config, '--report', `json=${file}`]);
    for (const { stderr, status: refusal } of [stale, await olkconform(['judge', file])]) {
      expect(stderr).to.contain('placeholder1/e-notimpl is tolerated, but finds no fault any more');
      expect(refusal).to.equal(2);
    }
  });

  it('names the step in which the process died, and judges the rest in a new one', async () => {
    const { record, status } = await recordOf('--example', 'mutant/session-null-out-crash');
    const check = record.checks.find(({ id }) => id === 'get-mapi-session/null-out');
    expect(check?.verdict).to.equal('fail');
    expect(check?.steps.at(-1)).to.contain(
      'GetMapiSession(NULL) → the process ended: STATUS_ACCESS_VIOLATION (0xC0000005), writing 0x0000000000000000, at session-null-out-crash.dll+',
    );
    expect(record.faults, 'in the script, among all sequences, and where that one is told').to.have.length(3);
    expect(record.summary).to.include({ fail: 2, inconclusive: 0 });
    expect(status).to.equal(1);
  });

  it('gives the same verdicts when two runs go on at once', async () => {
    const both = ['own-session', 'mutant/iunknown-null-ppv-crash'].map((name) => recordOf('--example', name));
    const [correct, dying] = await Promise.all(both);
    expect(correct?.record.summary).to.include({ verdict: 'conformant', fail: 0, warning: 0, inconclusive: 0 });
    const failed = dying?.record.checks.filter(({ verdict }) => verdict !== 'pass' && verdict !== 'not-applicable');
    expect(failed?.map(({ id, verdict }) => `${id} ${verdict}`)).to.deep.equal(['iunknown/null-ppv fail']);
    expect([correct?.status, dying?.status]).to.deep.equal([0, 1]);
  });

  it('gives verdicts again from the saved record, where there is neither Wine nor set-up', async () => {
    for (const name of ['own-session', 'mutant/hands-off-own-keeps']) {
      const file = join(folder, 'record.json');
      const { record } = await recordOf('--example', name, '--report', `json=${file}`);
      const judged = await olkconform(['judge', file, '--json'], { PATH: folder, OLKCONFORM_CACHE: folder });
      const again = runRecordSchema.parse(JSON.parse(judged.stdout));
      expect(verdicts(again)).to.deep.equal(verdicts(record));
      expect(runRecordSchema.parse(JSON.parse(readFileSync(file, 'utf8')))).to.deep.equal(record);
      expect(judged.status).to.equal(record.summary.verdict === 'conformant' ? 0 : 1);
    }
  });
});
