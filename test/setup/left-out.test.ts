import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';

import { isLeftOut, keptNatives, leftOut } from '../../harness/setup/left-out.mjs';
import { packagesIn } from '../../harness/setup/notices.mjs';
import { packageRoot, placesOf } from '../../harness/setup/places.mjs';

const { bridge } = placesOf(packageRoot(import.meta.url));

/** Where a PE file says that it has a CLR header: the 15th of its data directories, in a file for 64 bits. */
function isManaged(file: string): boolean {
  const bytes = readFileSync(file);
  const optional = bytes.readUInt32LE(0x3c) + 24;
  const directories = optional + (bytes.readUInt16LE(optional) === 0x20b ? 112 : 96);
  return bytes.readUInt32LE(directories + 14 * 8) !== 0;
}

describe('the runtime that the bridge is published with', () => {
  it('has just the native files that are known to be needed', () => {
    const natives = readdirSync(bridge).filter((file) => /\.(dll|exe)$/.test(file) && !isManaged(join(bridge, file)));
    expect(natives).to.have.members([...keptNatives]);
  });

  it('lacks what the SDK has put there, each with its reason', () => {
    const dependencies = readFileSync(join(bridge, 'OlkBridge.deps.json'), 'utf8');
    const published = [...dependencies.matchAll(/"([\w.]+\.(?:dll|exe))": \{\s*"fileVersion"/g)].map(
      ([, file = '']) => file,
    );
    const lacking = published.filter((file) => !readdirSync(bridge).includes(file));
    expect(lacking).not.to.deep.equal([]);
    expect(lacking.filter((file) => !isLeftOut(file))).to.deep.equal([]);
    for (const { name } of leftOut)
      expect(
        lacking.some((file) => name.test(file)),
        String(name),
      ).to.equal(true);
  });
});

describe('the licences of what is packed', () => {
  it('are those of the packages that went into the bundles', () => {
    const inputs = [
      'node_modules/chai/index.js',
      'node_modules/@a/b/c.js',
      'dist/x.js',
      'node_modules/d/node_modules/e/f.js',
    ];
    const contents = JSON.stringify({ inputs: Object.fromEntries(inputs.map((file) => [file, {}])) });
    expect(packagesIn(contents)).to.deep.equal(['chai', '@a/b', 'e']);
  });
});
