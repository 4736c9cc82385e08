/**
 * `--mapi system`: in a Wine prefix whose default mail client has the provider as its Extended MAPI, under a name of its own,
 * as any mail client's would be there. Wine's mapi32.dll, and nothing of the harness, hands calls on to it.
 */
import { appendFileSync, copyFileSync, cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { expect } from 'chai';

import { fixturesFolder } from '../../harness/certify/host-places.js';
import { windowsPath } from '../../harness/probe/launch.js';
import { runRecordSchema, type RunRecord, type Verdict } from '../../harness/record/run-record.js';
import { placesOf, thisHost } from '../../harness/setup/places.mjs';
import { findWineServer } from '../../harness/setup/wine.mjs';
import { olkconform, root, runProgram } from '../cli/olkconform.js';

const client = 'A mail client';

/** As Wine writes its registry. */
const quoted = (path: string): string => path.replaceAll('\\', '\\\\');

/** A cache folder that has all of the real one, but another registry. */
function cacheWithMailClient(folder: string): string {
  const { winePrefix, windowsNode } = placesOf(root);
  const cache = join(folder, 'cache');
  const prefix = join(cache, basename(winePrefix));
  mkdirSync(prefix, { recursive: true });
  symlinkSync(dirname(windowsNode), join(cache, basename(dirname(windowsNode))));
  symlinkSync(join(winePrefix, 'drive_c'), join(prefix, 'drive_c'));
  cpSync(join(winePrefix, 'dosdevices'), join(prefix, 'dosdevices'), { recursive: true, verbatimSymlinks: true });
  for (const name of ['.olkconform-stamp', '.update-timestamp', 'system.reg', 'user.reg', 'userdef.reg'])
    copyFileSync(join(winePrefix, name), join(prefix, name));
  const dll = join(folder, 'mailclient.dll');
  copyFileSync(join(fixturesFolder, 'mapi32', 'mapi32.dll'), dll);
  const mail = quoted('Software\\Clients\\Mail');
  appendFileSync(
    join(prefix, 'system.reg'),
    `\n[${mail}]\n@="${client}"\n\n[${mail}\\\\${client}]\n"DLLPathEx"="${quoted(windowsPath(dll, 'linux'))}"\n`,
  );
  return cache;
}

describe('olkconform run --mapi system', () => {
  let folder = '';
  let env: NodeJS.ProcessEnv = {};
  before(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'olkconform-mapi-')));
    env = { ...process.env, OLKCONFORM_CACHE: cacheWithMailClient(folder) };
  });
  after(async () => {
    // Wine's server writes the registry when it ends.
    const prefix = join(folder, 'cache', basename(placesOf(root).winePrefix));
    await runProgram(findWineServer(thisHost()) ?? 'wineserver', ['-w'], {
      env: { ...process.env, WINEPREFIX: prefix },
    });
    rmSync(folder, { recursive: true });
  });

  async function recordOf(...args: string[]): Promise<{ record: RunRecord; status: number | null }> {
    const { stdout, stderr, status } = await olkconform(
      ['run', '--json', '--mapi', 'system', '--profile', 'Anybody', ...args],
      env,
    );
    expect(stdout, stderr).not.to.equal('');
    return { record: runRecordSchema.parse(JSON.parse(stdout)), status };
  }

  const verdict = ({ checks }: RunRecord, id: string): Verdict | undefined =>
    checks.find((check) => check.id === id)?.verdict;

  it('judges a session of its own by the references that it tells', async () => {
    const { record, status } = await recordOf('--example', 'own-session');
    expect(record.summary).to.include({ verdict: 'conformant', fail: 0, warning: 0, inconclusive: 0 });
    expect(status).to.equal(0);
    expect(record.subject.mapi).to.equal('system');
    expect(record.environment.mailClient).to.equal(client);
    for (const id of ['hands-off-session/own-releases', 'hands-off-session/twice', 'session-lifetime/final-release'])
      expect(verdict(record, id), id).to.equal('pass');
    const ofCalls = /^mapi\/|^server\/dllmain$/;
    for (const { id, verdict: came, reason } of record.checks.filter((check) => ofCalls.test(check.id)))
      expect([came, reason], id).to.deep.equal([
        'not-applicable',
        "it needs the instrumented MAPI: the machine's own does not tell which calls it receives",
      ]);
    const steps = record.transcripts.flatMap((transcript) => transcript.steps);
    expect(steps.every(({ provider, events }) => provider === null && events.length === 0)).to.equal(true);
    expect(steps.flatMap(({ sessions = [] }) => sessions).every(({ origin }) => origin === 'logon')).to.equal(true);

    const file = join(folder, 'record.json');
    writeFileSync(file, JSON.stringify(record));
    const again = await olkconform(['judge', file, '--json']);
    expect(runRecordSchema.parse(JSON.parse(again.stdout)).checks).to.deep.equal(record.checks);
  });

  it("finds out whose session a helper hands out, and lends it one of the machine's own MAPI", async () => {
    const { record } = await recordOf('--dll', join(fixturesFolder, 'borrowed-session.dll'), '--sandbox', 'off');
    expect(record.subject.session).to.include({ declared: 'auto', observed: 'borrowed' });
    expect(record.summary).to.include({ verdict: 'conformant', inconclusive: 0 });
    expect(verdict(record, 'hands-off-session/borrowed-keeps')).to.equal('pass');
  });

  for (const [mutant, id] of [
    ['hands-off-borrowed-s-ok', 'hands-off-session/borrowed-e-notimpl'],
    ['hands-off-borrowed-releases', 'hands-off-session/borrowed-keeps'],
    ['hands-off-own-keeps', 'hands-off-session/own-releases'],
    ['hands-off-own-releases-again', 'hands-off-session/twice'],
  ] as const) {
    it(`catches ${mutant}`, async () => {
      const { record, status } = await recordOf('--example', `mutant/${mutant}`);
      expect(verdict(record, id)).to.equal('fail');
      expect(status).to.equal(1);
    });
  }

  it('does not pass what nobody counted', async () => {
    const { record } = await recordOf('--example', 'mutant/mapi-never-uninitialises');
    expect(verdict(record, 'mapi/balanced')).to.equal('not-applicable');
    const wrapped = await recordOf('--dll', join(fixturesFolder, 'crowd', 'own-proxy.dll'), '--sandbox', 'off');
    expect(verdict(wrapped.record, 'get-mapi-session/keeps-own-ref')).to.equal('inconclusive');
    expect(wrapped.status).to.equal(3);
  });

  it('refuses a machine whose mail client has no Extended MAPI, in one line', async () => {
    const { status, stdout, stderr } = await olkconform(
      ['run', '--example', 'own-session', '--mapi', 'system', '--profile', 'Anybody'],
      process.env,
    );
    expect({ status, stdout }).to.deep.equal({ status: 2, stdout: '' });
    expect(stderr).to.match(/^olkconform: --mapi system: the default mail client, .*, has no Extended MAPI\.\n/);
  });
});
