/** docs/certify.md, command by command: a key, two certificates of a real run, and whether they hold. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';

import { makeBundle, openBundle } from '../../harness/certificate/bundle.js';
import { readPrivateKey, readPublicKey } from '../../harness/certificate/keys.js';
import { fixturesFolder } from '../../harness/certify/host-places.js';
import { summarise } from '../../harness/record/summary.js';
import { placesOf } from '../../harness/setup/places.mjs';
import { root, runProgram, type CommandResult } from '../cli/olkconform.js';
import { temporaryFolder } from '../setup/temporary-folder.js';

const page = readFileSync(join(root, 'docs', 'certify.md'), 'utf8');
const commands = [...page.matchAll(/^```sh\n(.*?)\n```$/gms)].map(([, command = '']) => command.split(' ').slice(1));
const shown = /```\n\n```\n(.*?)\n```/s.exec(page)?.[1] ?? '';
const [keygen = [], run = [], verify = []] = commands;

const certificate = 'own-session.dll.certificate.json';

describe('docs/certify.md', () => {
  const folder = temporaryFolder();
  const call = (args: readonly string[]): Promise<CommandResult> =>
    runProgram(process.execPath, [placesOf(root).commandLine, ...args], { cwd: folder() });

  it('makes a key, certifies and verifies; two certificates have the same verdicts; a forged one does not hold', async () => {
    expect((await call(keygen)).status).to.equal(0);
    const certified = await call(run);
    expect(certified.stderr).to.equal(`olkconform: certificate (conformant): ${certificate}\n`);
    expect(certified.status).to.equal(0);

    const { status, stdout } = await call([...verify, '--dll', join(fixturesFolder, 'own-session.dll')]);
    expect(status, stdout).to.equal(0);
    expect(shown).to.contain('Verified: conformant');
    const asShown = shown.replace('not compared: --dll FILE', 'the one given').split('…');
    let rest = stdout;
    for (const part of asShown) {
      expect(rest).to.contain(part);
      rest = rest.slice(rest.indexOf(part) + part.length);
    }
    const verdicts = readFileSync(join(folder(), 'opened', 'verdicts.json'));

    await call([...run, '--out', 'second.json']);
    const publicKey = readPublicKey('--key', join(folder(), 'keys', 'olkconform.pub.pem'));
    const { record, harness, files } = openBundle(readFileSync(join(folder(), 'second.json')), publicKey);
    expect(files.get('verdicts.json')).to.deep.equal(verdicts);

    // The signature is good, and one verdict is not.
    const checks = record.checks.map((check) =>
      check.id === 'interface/iid' ? { ...check, verdict: 'not-applicable' as const } : check,
    );
    const forged = { ...record, checks, summary: summarise(checks, null) };
    const key = readPrivateKey('--sign', join(folder(), 'keys', 'olkconform.key.pem'));
    writeFileSync(join(folder(), certificate), makeBundle({ record: forged, harness, page: undefined }, key));
    const refused = await call(verify);
    expect(refused.stdout).to.equal(
      'NOT VERIFIED: its verdicts do not follow from its transcripts: interface/iid is not-applicable in it, and judged again pass.\n',
    );
    expect(refused.status).to.equal(1);
  });
});
