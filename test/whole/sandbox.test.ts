/**
 * A DLL that tries to get out, each time in another way: held by the sandbox it fails, and without one it succeeds, so
 * that it is seen to have tried. What it could read it tells as its identity.
 */
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'chai';

import { fixturesFolder } from '../../harness/certify/host-places.js';
import { windowsPath } from '../../harness/probe/launch.js';
import { runRecordSchema, type RunRecord } from '../../harness/record/run-record.js';
import { cacheFolder, thisHost } from '../../harness/setup/places.mjs';
import { olkconform } from '../cli/olkconform.js';
import { temporaryFolder } from '../setup/temporary-folder.js';

const secret = 'kept-from-every-helper';

interface Attempt {
  readonly record: RunRecord;
  /** All that the run said, with what the helper gave as its identity. */
  readonly said: string;
}

/** The identities that GetIdentity wrote, whose characters the record holds in hex. */
function identitiesIn(record: RunRecord): string[] {
  return record.transcripts
    .flatMap(({ steps }) => steps)
    .flatMap(({ outcome }) => (outcome.kind === 'returned' ? [outcome.buffer?.image ?? ''] : []))
    .map((image) => Buffer.from(image, 'hex').swap16().toString('utf16le'));
}

/** The numbers of all processes that have this text in their command line. */
function processesWith(mark: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'latin1').includes(mark);
      } catch {
        // It has ended meanwhile.
        return false;
      }
    })
    .map(Number);
}

describe('run --sandbox where there is no bubblewrap', () => {
  // Wine is found where Debian puts it, and nothing else is looked for by name.
  const env = { ...process.env, PATH: '/nowhere' };
  const helper = ['run', '--dll', join(fixturesFolder, 'borrowed-session.dll'), '--session', 'borrowed', '--json'];

  it('refuses the run where it was required, and says what to install', async () => {
    const { status, stdout, stderr } = await olkconform([...helper, '--sandbox', 'require'], env);
    expect({ status, stdout }).to.deep.equal({ status: 2, stdout: '' });
    expect(stderr).to.contain('bubblewrap is not installed').and.contain('sudo apt-get install bubblewrap');
  });

  it('goes on without, and the record says so', async () => {
    const { status, stdout } = await olkconform([...helper, '--only', 'placeholder1'], env);
    const record = runRecordSchema.parse(JSON.parse(stdout));
    expect(record.environment.sandbox).to.equal('unavailable: bubblewrap is not installed');
    expect(status).to.equal(0);
  });
});

for (const mode of ['require', 'off'] as const) {
  const isHeld = mode === 'require';

  describe(`run --sandbox ${mode}, of a DLL that tries to get out`, () => {
    const folder = temporaryFolder();

    async function attempt(name: string, target: string): Promise<Attempt> {
      const vendor = join(folder(), 'vendor');
      const home = join(folder(), 'home');
      mkdirSync(vendor);
      mkdirSync(home, { recursive: true });
      const dll = join(vendor, `${name}.dll`);
      copyFileSync(join(fixturesFolder, 'escape.dll'), dll);
      writeFileSync(join(vendor, `${name}.txt`), target);
      const args = [
        'run',
        '--dll',
        dll,
        '--session',
        'borrowed',
        '--only',
        'get-identity',
        '--sandbox',
        mode,
        '--json',
      ];
      const env = {
        ...process.env,
        HOME: home,
        OLKCONFORM_CACHE: cacheFolder(thisHost()),
        DEPLOY_TOKEN: secret,
      };
      const { stdout, stderr } = await olkconform(args, env);
      expect(stdout, stderr).not.to.equal('');
      const record = runRecordSchema.parse(JSON.parse(stdout));
      expect(record.environment.sandbox).to.equal(isHeld ? 'bubblewrap' : 'off');
      expect(record.load.kind).to.equal('loaded');
      return { record, said: [stdout, stderr, ...identitiesIn(record)].join('\n') };
    }

    function inHome(name: string): string {
      mkdirSync(join(folder(), 'home'), { recursive: true });
      return join(folder(), 'home', name);
    }

    it(isHeld ? 'lets it write no file in the home folder' : 'lets it write a file in the home folder', async () => {
      const file = inHome('written');
      const { said } = await attempt('write-file', windowsPath(file, 'linux'));
      expect(existsSync(file)).to.equal(!isHeld);
      if (!isHeld) expect(said).to.contain('written\0');
    });

    it(isHeld ? 'lets it read no secret there' : 'lets it read a secret there', async () => {
      const file = inHome('secret');
      writeFileSync(file, secret);
      const { said } = await attempt('read-file', windowsPath(file, 'linux'));
      expect(said.includes(secret)).to.equal(!isHeld);
    });

    it(isHeld ? 'lets it read no token in the environment' : 'lets it read a token in the environment', async () => {
      const { said } = await attempt('read-variable', 'DEPLOY_TOKEN');
      expect(said.includes(secret)).to.equal(!isHeld);
    });

    it(isHeld ? 'lets it reach no server on this machine' : 'lets it reach a server on this machine', async () => {
      let connections = 0;
      const server = createServer((socket) => {
        connections += 1;
        socket.destroy();
      });
      await new Promise<void>((resolve) => {
        server.listen(0, '127.0.0.1', resolve);
      });
      try {
        const address = server.address();
        const port = typeof address === 'object' && address !== null ? address.port : 0;
        const { said } = await attempt('connect', String(port));
        expect(said.includes('connected\0')).to.equal(!isHeld);
        expect(connections > 0).to.equal(!isHeld);
      } finally {
        server.close();
      }
    });

    // A Windows process has the child's mark, and is found anyway; one of this system can do without an environment.
    for (const kind of ['windows', 'unix'] as const) {
      const isEnded = isHeld || kind === 'windows';
      it(`${isEnded ? 'ends' : 'does not find'} a ${kind} process that it leaves behind`, async () => {
        // Also the seconds that it sleeps.
        const mark = String(randomInt(1_000_000, 9_999_999));
        const { record, said } = await attempt(`leave-${kind}-process`, mark);
        expect(said, 'it was started').to.contain('started\0');
        if (kind === 'windows') expect(record.leftBehind).to.deep.equal(['rundll32.exe']);
        const until = performance.now() + 5_000;
        if (isHeld) {
          // They end with the sandbox, which takes the kernel a moment.
          while (processesWith(mark).length > 0 && performance.now() < until) await pause(20);
        }
        const left = processesWith(mark);
        for (const pid of left) process.kill(pid, 'SIGKILL');
        expect(left.length > 0).to.equal(!isEnded);
      });
    }
  });
}
