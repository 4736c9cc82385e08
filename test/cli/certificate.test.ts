import { readFileSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';

import { makeBundle } from '../../harness/certificate/bundle.js';
import { sha256 } from '../../harness/certificate/digest.js';
import { makeKeyPair, readPrivateKey } from '../../harness/certificate/keys.js';
import { rejudge } from '../../harness/certify/rejudge.js';
import { prepareCertificate, type CertificateFlags } from '../../harness/cli/certificate.js';
import { inEnglish } from '../../harness/language/message.js';
import { UsageError } from '../../harness/plan/usage-error.js';
import type { RunRecord, Selection } from '../../harness/record/run-record.js';
import { summarise } from '../../harness/record/summary.js';
import { rules } from '../../suites/index.js';
import { changed, harness, recordToSign } from '../certificate/certificates.js';
import { temporaryFolder } from '../setup/temporary-folder.js';
import { olkconform, type CommandResult } from './olkconform.js';

/** Nothing of the host is there: what is asked for must be refused, or done, without a child. */
const withoutHost = { PATH: process.env['PATH'], OLKCONFORM_CACHE: '/dev/null/nowhere' };

const pair = makeKeyPair();

function writeKeys(folder: string): { readonly privateFile: string; readonly publicFile: string } {
  const [privateFile, publicFile] = [join(folder, 'olkconform.key.pem'), join(folder, 'olkconform.pub.pem')];
  writeFileSync(privateFile, pair.privateKey);
  writeFileSync(publicFile, pair.publicKey);
  return { privateFile, publicFile };
}

const call = (...args: string[]): Promise<CommandResult> => olkconform(args, withoutHost);

describe('keygen', () => {
  const folder = temporaryFolder();

  it('makes a pair, the private one for its owner alone, and overwrites nothing', async () => {
    const keys = join(folder(), 'new', 'keys');
    const { status, stdout } = await call('keygen', '--out', keys);
    expect(status).to.equal(0);
    expect(stdout).to.match(/^key id {7}[0-9a-f]{64}$/m);
    expect(readdirSync(keys).toSorted()).to.deep.equal(['olkconform.key.pem', 'olkconform.pub.pem']);
    expect(statSync(join(keys, 'olkconform.key.pem')).mode & 0o777).to.equal(0o600);
    const before = readFileSync(join(keys, 'olkconform.key.pem'), 'utf8');
    const again = await call('keygen', '--out', keys);
    expect(again.stderr).to.contain('there is a key already, and it is not overwritten');
    expect(again.status).to.equal(2);
    expect(readFileSync(join(keys, 'olkconform.key.pem'), 'utf8')).to.equal(before);
  });

  it('leaves no half of a pair, and follows no link', async () => {
    symlinkSync(join(folder(), 'elsewhere'), join(folder(), 'olkconform.key.pem'));
    const { status } = await call('keygen', '--out', folder());
    expect(status).to.equal(2);
    expect(readdirSync(folder())).to.deep.equal(['olkconform.key.pem']);
  });
});

describe('run --certify', () => {
  const folder = temporaryFolder();
  let key = '';
  beforeEach(() => {
    key = writeKeys(folder()).privateFile;
  });
  const whole: Selection = { only: [], skip: [], level: 'should', strict: false, tolerated: [] };
  const refuses = (what: string, given: () => [CertificateFlags, Partial<Selection>?], words: string): void => {
    it(`refuses ${what}`, () => {
      const [flags, selection = {}] = given();
      const prepare = (): unknown => prepareCertificate(flags, { ...whole, ...selection }, { dll: 'helper.dll' });
      expect(prepare).to.throw(UsageError).with.property('message').that.contains(words);
    });
  };
  const flags = (changes: Partial<CertificateFlags> = {}): CertificateFlags => ({
    certify: true,
    sign: key,
    out: folder(),
    ...changes,
  });
  refuses('to go without a key', () => [flags({ sign: undefined })], 'no key was given to sign with');
  refuses('to go without a place', () => [flags({ out: undefined })], 'it was not said where the certificate goes');
  refuses('a key that is for nothing', () => [flags({ certify: undefined })], '--sign and --out are for --certify');
  refuses('a part of the checks', () => [flags(), { only: ['mapi'] }], 'only some checks were asked for (--only)');
  refuses('to leave checks out', () => [flags(), { skip: ['mapi'] }], 'checks were left out (--skip)');
  refuses('to leave SHOULD out', () => [flags(), { level: 'must' }], '(--level must)');
  refuses('to look away', () => [flags(), { tolerated: [{ id: 'a/b', reason: 'c' }] }], 'findings were tolerated');
  refuses('a key that is none', () => [flags({ sign: join(folder(), 'olkconform.pub.pem') })], 'it is a public key');
  refuses('a folder that is not there', () => [flags({ out: join(folder(), 'no', 'file') })], 'cannot be written');

  it('refuses before anything is started', async () => {
    const { status, stdout, stderr } = await call(
      'run',
      '--example',
      'own-session',
      '--only',
      'mapi',
      '--certify',
      '--sign',
      key,
      '--out',
      folder(),
    );
    expect(stderr).to.contain('there is no certificate for such a run');
    expect({ status, stdout }).to.deep.equal({ status: 2, stdout: '' });
  });

  const dll = (): { path: string; sha256: string } => {
    const path = join(folder(), 'my helper.dll');
    writeFileSync(path, 'MZ');
    return { path, sha256: sha256(Buffer.from('MZ')) };
  };
  const conformant = (subject: { path: string; sha256: string }): RunRecord => {
    const record = recordToSign();
    const checks = record.checks.filter(({ verdict }) => verdict === 'pass');
    return { ...record, checks, summary: summarise(checks, null), subject: { ...record.subject, ...subject } };
  };

  it('writes a certificate that is named after the DLL', async () => {
    const subject = dll();
    const told = await prepareCertificate(flags(), whole, { dll: subject.path }).write(conformant(subject));
    expect(inEnglish(told)).to.equal(`certificate (conformant): ${join(folder(), 'my_helper.dll.certificate.json')}`);
    expect(readdirSync(folder())).to.include('my_helper.dll.certificate.json');
  });

  it('writes none for a run that is incomplete', async () => {
    const subject = dll();
    const record = conformant(subject);
    const prepared = prepareCertificate(flags(), whole, { dll: subject.path });
    const stopped = { ...record, summary: summarise(record.checks, 'interrupt'), stopped: 'interrupt' } as const;
    expect(inEnglish(await prepared.write(stopped))).to.equal('no certificate was written: the run was interrupted.');
    expect(readdirSync(folder()).join(' ')).not.to.contain('certificate');
  });
});

describe('verify', () => {
  const folder = temporaryFolder();
  let judged: RunRecord;
  before(async () => {
    const sample = recordToSign('\u001b[31mred \u202e');
    const [fault] = sample.faults;
    if (fault === undefined) throw new Error('the sample has lost its fault');
    judged = await rejudge({ ...sample, load: { kind: 'died', fault } }, rules);
  });
  const given = async (change: (text: string) => Buffer | string = (text) => text): Promise<CommandResult> => {
    const { privateFile, publicFile } = writeKeys(folder());
    const key = readPrivateKey('--sign', privateFile);
    const file = join(folder(), 'certificate.json');
    writeFileSync(file, change(makeBundle({ record: judged, harness, page: '<p>' }, key)));
    return call('verify', file, '--key', publicFile, '--extract', join(folder(), 'out'));
  };

  it('tells of a helper that is not conformant, in a few lines that a terminal shows as text', async () => {
    const { status, stdout, stderr } = await given();
    expect(stdout).to.match(/^signature {2}good: Ed25519, key [0-9a-f]{64}\n/);
    expect(stdout)
      .to.contain('\nVerified: NOT CONFORMANT (')
      .and.contain(String.raw`\u{1b}[31mred`);
    expect(stdout).not.to.match(/[\u001b\u202e]/);
    expect(stdout.trim().split('\n')).to.have.length(8);
    expect({ status, stderr }).to.deep.equal({ status: 1, stderr: '' });
    expect(readdirSync(join(folder(), 'out')).toSorted()).to.deep.equal([
      'record.json',
      'report.html',
      'verdicts.json',
    ]);
    expect(JSON.parse(readFileSync(join(folder(), 'out', 'record.json'), 'utf8'))).to.deep.equal(judged);
  });

  it('says what is wrong, and writes nothing of what it does not trust', async () => {
    const { status, stdout } = await given((text) =>
      changed(({ files }) => {
        files['report.html'] = Buffer.from('<script>').toString('base64');
      }, text),
    );
    expect(stdout).to.equal('NOT VERIFIED: report.html is not the one that was signed.\n');
    expect(status).to.equal(1);
    expect(readdirSync(folder())).not.to.include('out');
  });

  it('writes over nothing that it reads, and through no link', async () => {
    await given();
    const out = join(folder(), 'out');
    const [certificate, key] = [join(folder(), 'certificate.json'), join(folder(), 'olkconform.pub.pem')];
    const places: Record<string, (file: string) => string[]> = {
      'record.json': (file) => [file, '--key', key],
      'verdicts.json': (file) => [certificate, '--key', file],
      'report.html': (file) => [certificate, '--key', key, '--dll', file],
    };
    for (const [name, args] of Object.entries(places)) {
      const file = join(out, name);
      const before = readFileSync(file);
      const { status, stdout, stderr } = await call('verify', ...args(file), '--extract', out);
      expect(stderr).to.contain('it would be written over the file of ').and.contain(file);
      expect({ status, stdout }).to.deep.equal({ status: 2, stdout: '' });
      expect(readFileSync(file)).to.deep.equal(before);
    }
    rmSync(join(out, 'report.html'));
    symlinkSync(join(folder(), 'elsewhere'), join(out, 'report.html'));
    const { status, stderr } = await call('verify', certificate, '--key', key, '--extract', out);
    expect(stderr).to.contain(`--extract ${out}: report.html is a symbolic link there.`);
    expect(status).to.equal(2);
    expect(readdirSync(folder())).not.to.include('elsewhere');
  });

  it('shows the words of a hostile certificate as text', async () => {
    const { stdout } = await given(() => JSON.stringify({ ['\u001b[31m\u202e'.repeat(10_000)]: 1 }));
    expect(stdout)
      .to.match(/^NOT VERIFIED: it is no certificate: /)
      .and.have.length.below(5000);
    expect(stdout).not.to.match(/[\u001b\u202e]/);
  });

  it('has usage errors of its own: no certificate, no key, no DLL', async () => {
    await given();
    const [file, key] = [join(folder(), 'certificate.json'), join(folder(), 'olkconform.pub.pem')];
    const statusOf = async (...args: string[]): Promise<number | null> => (await call('verify', ...args)).status;
    expect(await statusOf(join(folder(), 'none'), '--key', key)).to.equal(2);
    expect(await statusOf('/dev/zero', '--key', key)).to.equal(2);
    expect(await statusOf(file, '--key', file)).to.equal(2);
    expect(await statusOf(file, '--key', key, '--dll', join(folder(), 'none.dll'))).to.equal(2);
  });
});
