import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';

import { HarnessFault } from '../../harness/probe/harness-fault.js';
import type { Launch } from '../../harness/probe/launch.js';
import { startHost } from '../../harness/probe/start-host.js';

/** A program that counts its starts in a file, fails the first `failures` of them, and is then ready. */
const program = `
const fs = require('node:fs');
const [, file, failures] = process.argv;
const starts = fs.existsSync(file) ? Number(fs.readFileSync(file, 'utf8')) + 1 : 1;
fs.writeFileSync(file, String(starts));
if (starts <= Number(failures)) { console.error('no room'); process.exit(1); }
let text = '';
process.stdin.on('data', (chunk) => {
  text += chunk;
  if (!text.includes('\\n')) return;
  process.stdout.write('\\x1e' + JSON.parse(text).token + ' {"event":"ready"}\\n');
});
`;

describe('startHost', () => {
  let folder = '';
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'olkconform-start-'));
  });
  after(() => {
    rmSync(folder, { recursive: true });
  });

  function launch(name: string, failures: number): { readonly file: string; readonly launch: Launch } {
    const file = join(folder, name);
    const script = join(folder, 'program.cjs');
    writeFileSync(script, program.replace('[, file', '[, , file'));
    return {
      file,
      launch: { server: null, program: process.execPath, args: [script, file, String(failures)], env: {} },
    };
  }

  it('starts again when the process ends before it is ready', async () => {
    const { file, launch: flaky } = launch('flaky', 2);
    const child = await startHost(flaky, undefined);
    await child.kill();
    expect(readFileSync(file, 'utf8')).to.equal('3');
  });

  it('gives up after three times, and says that it is the harness that failed', async () => {
    const { file, launch: broken } = launch('broken', 99);
    const outcome = await startHost(broken, undefined).catch((error: unknown) => error);
    expect(outcome).to.be.instanceOf(HarnessFault);
    expect(String(outcome)).to.contain('no room');
    expect(readFileSync(file, 'utf8')).to.equal('3');
  });

  it('does not start at all when it was interrupted', async () => {
    const { file, launch: stopped } = launch('stopped', 99);
    const outcome = await startHost(stopped, AbortSignal.abort()).catch(String);
    expect(outcome).to.equal('Interrupted: interrupted');
    expect(existsSync(file), 'the program was started').to.equal(false);
  });
});
