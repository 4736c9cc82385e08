import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { fixturesFolder } from '../../harness/certify/host-places.js';
import { fileIn, refuses } from './refusals.js';
import { temporaryFolder } from '../setup/temporary-folder.js';

const own = join(fixturesFolder, 'own-session.dll');

describe('olkconform refuses what is no DLL that Windows can load, with one clear message, before any child is started', () => {
  const folder = temporaryFolder();
  const file = fileIn(folder);

  refuses('a directory', () => ['run', '--dll', folder()], 2, 'it is a directory');
  refuses('a text file', () => ['run', '--dll', file('text.dll', 'hello')], 2, 'not a Windows DLL');
  refuses('an empty file', () => ['run', '--dll', file('empty.dll', '')], 2, 'not a Windows DLL');
  refuses(
    'half a DLL',
    () => ['run', '--dll', file('half.dll', readFileSync(own).subarray(0, 300))],
    2,
    'not a Windows DLL',
  );
  refuses('an x86 DLL', () => ['run', '--dll', file('x86.dll', x86())], 2, 'built for x86', 'Build the helper for x64');
  refuses(
    'a file of 4 GB',
    () => {
      const path = file('sparse.dll', 'MZ');
      truncateSync(path, 2 ** 32);
      return ['run', '--dll', path];
    },
    2,
    '4294967296 bytes are too many: at most',
  );
  refuses(
    'a pipe, without waiting for somebody to write to it',
    () => {
      const path = join(folder(), 'pipe.dll');
      execFileSync('mkfifo', [path]);
      return ['run', '--dll', path];
    },
    2,
    'it is not a regular file',
  );
  refuses(
    'a link that leads to itself',
    () => {
      const path = join(folder(), 'loop.dll');
      symlinkSync(path, path);
      return ['run', '--dll', path];
    },
    2,
    'go round in a circle',
  );
  for (const name of ['a"b.dll', 'a\nb.dll', 'a\\b.dll', 'a?.dll', 'ab.dll.', 'ab.dll ']) {
    refuses(
      `a name that Windows does not have: ${JSON.stringify(name)}`,
      () => ['run', '--dll', file(name, readFileSync(own))],
      2,
      'holds a character that no path of Windows can hold',
    );
  }
  refuses(
    'a name without an extension',
    () => ['run', '--dll', file('helper', readFileSync(own))],
    2,
    'its name has no extension, and Windows would load helper.dll instead',
  );
  refuses(
    'a path of more characters than Windows takes',
    () => {
      const deep = join(folder(), 'd'.repeat(200));
      mkdirSync(deep);
      const path = join(deep, `${'f'.repeat(100)}.dll`);
      writeFileSync(path, readFileSync(own));
      return ['run', '--dll', path];
    },
    2,
    'characters long, and Windows loads a DLL from at most 259',
  );
  for (const name of ['a b.dll', "a'b.dll", 'ü日本.dll', '$(a);%b%&.dll', '-dll.dll']) {
    refuses(
      `nothing about a name like ${name}, and comes to what is not set up`,
      () => ['run', '--dll', file(name, readFileSync(own))],
      2,
      'cannot be made',
      'OLKCONFORM_CACHE',
    );
  }
  refuses(
    'a DLL for a Windows that is not there yet',
    () => [
      'run',
      '--dll',
      file(
        'newer.dll',
        edited(readFileSync(own), (header) => header + 24 + 48, 11),
      ),
    ],
    2,
    'it is for Windows 11.0, and the host here is 10.0',
  );
  refuses(
    'an assembly of .NET',
    () => {
      // Directories 14 and 0: a header of the CLR, and no exports.
      const managed = edited(
        edited(readFileSync(own), (header) => header + 24 + 112 + 8 * 14, 0x2000),
        directories,
        0,
      );
      return ['run', '--dll', file('net.dll', managed)];
    },
    2,
    'is a .NET assembly',
    'comhost.dll',
  );
});

const directories = (header: number): number => header + 24 + 112;

/** With another number in a field; `at` is told where the PE header begins. */
function edited(bytes: Buffer, at: (header: number) => number, value: number): Buffer {
  bytes.writeUInt32LE(value, at(bytes.readUInt32LE(0x3c)));
  return bytes;
}

/** As an x86 compiler makes it; where none is, an x64 DLL that says it is one for x86. */
function x86(): Buffer {
  const real = join(fixturesFolder, 'x86', 'plain-c.dll');
  if (existsSync(real)) return readFileSync(real);
  const bytes = readFileSync(own);
  bytes.writeUInt16LE(0x014c, bytes.readUInt32LE(0x3c) + 4);
  return bytes;
}
