import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import fc from 'fast-check';

import { addressOf, openerOf, openPage, pageToOpen } from '../../harness/cli/open.js';
import { temporaryFolder } from '../setup/temporary-folder.js';

describe('--open', () => {
  const folder = temporaryFolder();

  it('needs a page', () => {
    expect(() => pageToOpen([{ format: 'json', file: 'a.json' }])).to.throw('--open: no HTML page was asked for.');
    expect(pageToOpen([{ format: 'html', file: 'a.html' }])).to.equal('a.html');
  });

  it('has an address of plain characters alone, that leads to the very file', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (name) => {
        fc.pre(!/[\0/]/.test(name) && !/^\.+$/.test(name));
        const address = addressOf(join('/tmp', name));
        expect(address).to.match(/^file:\/\/\/[A-Za-z0-9/:%._~-]+$/);
        expect(fileURLToPath(address)).to.equal(resolve('/tmp', name));
      }),
    );
  });

  it('is no shell, and no program that lies in the current folder', () => {
    expect(openerOf('linux', {})).to.deep.equal(['xdg-open']);
    expect(openerOf('win32', { SystemRoot: String.raw`D:\Win` })[0]).to.match(/^D:\\Win.System32.rundll32\.exe$/);
  });

  it('hands the page over as one argument, whatever it is called', async () => {
    // The opener's last word comes through a pipe: reading waits for it.
    const [bin, pipe] = [join(folder(), 'bin'), join(folder(), 'pipe')];
    mkdirSync(bin);
    execFileSync('mkfifo', [pipe]);
    writeFileSync(join(bin, 'xdg-open'), `#!/bin/sh\nprintf '%s\\n' "$#" "$1" >'${pipe}'\n`);
    chmodSync(join(bin, 'xdg-open'), 0o755);
    const page = join(folder(), `--a b';$(touch x)"&|\n,%20.html`);
    await openPage(page, { PATH: `${bin}:${process.env['PATH'] ?? ''}` });
    const [count, address = ''] = readFileSync(pipe, 'utf8').split(/\n/);
    expect(count).to.equal('1');
    expect(basename(fileURLToPath(address))).to.equal(basename(page));
  });
});
