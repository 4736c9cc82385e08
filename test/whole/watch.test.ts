import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';

import { dllOf, findExample } from '../../harness/certify/examples.js';
import { placesOf } from '../../harness/setup/places.mjs';
import { root } from '../cli/olkconform.js';
import { temporaryFolder } from '../setup/temporary-folder.js';

describe('run --watch', () => {
  const folder = temporaryFolder();

  it('judges the DLL again when there is another one, and ends by Ctrl-C with the last status', async () => {
    const dll = join(folder(), 'helper.dll');
    const put = (name: string): void => {
      copyFileSync(dllOf(findExample(name)), `${dll}.new`);
      renameSync(`${dll}.new`, dll);
    };
    put('borrowed-session');
    const args = ['--lang', 'en', 'run', '--dll', dll, '--session', 'borrowed', '--sandbox', 'off', '--watch'];
    const child = spawn(process.execPath, [placesOf(root).commandLine, ...args], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const ended = once(child, 'exit');
    const statuses: string[] = [];
    let said = '';
    for await (const chunk of child.stderr) {
      said += String(chunk);
      const seen = Array.from(said.matchAll(/exit status (\d); waiting for a change of (.+) \(/g));
      if (seen.length === statuses.length) continue;
      statuses.splice(0, statuses.length, ...seen.map(([, status = '']) => status));
      expect(seen.at(-1)?.[2]).to.equal(dll);
      if (seen.length === 1) put('mutant/hands-off-borrowed-s-ok');
      else child.kill('SIGINT');
    }
    expect(statuses, said).to.deep.equal(['0', '1']);
    expect(await ended).to.deep.equal([1, null]);
  });
});
