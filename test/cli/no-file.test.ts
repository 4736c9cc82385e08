import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { fixturesFolder } from '../../harness/certify/host-places.js';
import { makeKeyPair } from '../../harness/certificate/keys.js';
import { refuses } from './refusals.js';
import { temporaryFolder } from '../setup/temporary-folder.js';

const own = join(fixturesFolder, 'own-session.dll');
const needed = 'it is not a regular file, and has to be one';

describe('olkconform waits for no pipe and reads no device, whatever it is named as', function () {
  if (process.platform === 'win32') return;
  const folder = temporaryFolder();
  /** Nobody will ever write to it. */
  const pipe = (): string => {
    const path = join(folder(), 'pipe');
    if (!existsSync(path)) execFileSync('mkfifo', [path]);
    return path;
  };
  const key = (): string => {
    const path = join(folder(), 'key.pem');
    writeFileSync(path, makeKeyPair().publicKey);
    return path;
  };
  const named: Record<string, (file: string) => string[]> = {
    'a DLL': (file) => ['run', '--dll', file],
    'a baseline': (file) => ['run', '--dll', own, '--baseline', file],
    'a configuration': (file) => ['run', '--config', file],
    'a configuration that is watched': (file) => ['run', '--config', file, '--watch'],
    'a sequence': (file) => ['run', '--dll', own, '--sequence', file],
    'a record': (file) => ['judge', file],
    records: (file) => ['merge', file, file],
    'the record of a machine': (file) => ['machine', file],
    'records to compare': (file) => ['compare', file, file],
    'a certificate': (file) => ['verify', file, '--key', key()],
    'a key to verify with': (file) => ['verify', key(), '--key', file],
    'a DLL to verify': (file) => ['verify', key(), '--key', key(), '--dll', file],
    'a page': (file) => ['drift', file],
  };
  for (const [what, args] of Object.entries(named)) {
    refuses(`${what}: a pipe`, () => args(pipe()), 2, what === 'a sequence' ? 'it is not a regular file.' : needed);
    if (what !== 'a sequence') refuses(`${what}: a device`, () => args('/dev/zero'), 2, needed);
  }
  const signed = (file: string): string[] => [
    'run',
    '--dll',
    own,
    '--certify',
    '--sign',
    file,
    '--out',
    join(folder(), 'certificate.json'),
  ];
  refuses('a key to sign with: a pipe that has a name', () => signed(pipe()), 2, needed);
  refuses('a key to sign with: a device', () => signed('/dev/zero'), 2, 'it is no private key');
});
