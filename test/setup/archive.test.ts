import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { expect } from 'chai';
import fc from 'fast-check';

import { packed, unpack, unpackOnce } from '../../harness/setup/archive.mjs';
import { temporaryFolder } from './temporary-folder.js';

describe('an archive', () => {
  const folder = temporaryFolder();

  it('brings every file back, to the byte', () => {
    const name = fc.stringMatching(/^[\w-][\w.-]{0,9}(\/[\w-][\w.-]{0,9})?$/);
    let count = 0;
    fc.assert(
      fc.property(fc.dictionary(name, fc.uint8Array(), { maxKeys: 5, noNullPrototype: true }), (files) => {
        // A name cannot be a file and a folder at once, nor differ by its case alone on every file system.
        const wanted = Object.entries(files).map(([each, bytes], at) => [`${String(at)}${each}`, bytes] as const);
        count += 1;
        const [archive, out] = [join(folder(), `${String(count)}.br`), join(folder(), String(count))];
        writeFileSync(archive, packed(new Map(wanted)));
        unpack(archive, out);
        for (const [each, bytes] of wanted) expect(new Uint8Array(readFileSync(join(out, each)))).to.deep.equal(bytes);
      }),
      { numRuns: 50 },
    );
  });

  for (const name of ['../out', '/out', 'a/../../out', String.raw`a\out`, 'c:out', '', '..']) {
    it(`does not write ${JSON.stringify(name)}, which does not lie below its folder`, () => {
      const archive = join(folder(), 'bad.br');
      writeFileSync(archive, brotliCompressSync(Buffer.from(`${JSON.stringify([{ name, size: 1 }])}\nx`)));
      expect(() => {
        unpack(archive, join(folder(), 'within'));
      }).to.throw('below the folder');
      expect(existsSync(join(folder(), 'out'))).to.equal(false);
    });
  }

  it('is unpacked once, and what is half unpacked is not left', () => {
    const [archive, out] = [join(folder(), 'a.br'), join(folder(), 'a')];
    writeFileSync(archive, packed(new Map([['file', Buffer.from('text')]])));
    unpackOnce(archive, out);
    writeFileSync(join(out, 'file'), 'changed');
    unpackOnce(archive, out);
    expect(readFileSync(join(out, 'file'), 'utf8')).to.equal('changed');
    mkdirSync(join(folder(), 'b'));
    writeFileSync(join(folder(), 'bad.br'), 'no archive');
    expect(() => {
      unpackOnce(join(folder(), 'bad.br'), join(folder(), 'b', 'out'));
    }).to.throw();
    expect(readdirSync(join(folder(), 'b'))).to.deep.equal([]);
  });
});
