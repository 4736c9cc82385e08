import { expect } from 'chai';

import { diagnose, isFit, type Finding, type Presence } from '../../harness/certify/doctor.js';
import type { Machine } from '../../harness/certify/machine.js';

const linux: Machine = {
  platform: 'linux',
  arch: 'x64',
  node: '22.1.0',
  nodeServes: true,
  wine: { path: '/usr/bin/wine64', version: 'wine-8.0' },
  wineServer: '/usr/bin/wineserver',
  missingRuntime: [],
  bridge: '/pkg/build/bridge/OlkBridge.dll',
  runtime: '10.0.12',
  provider: '/pkg/build/fixtures/mapi32/mapi32.dll',
  entry: '/pkg/build/host/entry.mjs',
  cache: '/cache',
  cacheIsWritable: true,
  windowsNode: '/cache/node.exe',
  hasWindowsNode: true,
  winePrefix: '/cache/prefix',
  hasWinePrefix: true,
  bubblewrap: { path: '/usr/bin/bwrap', version: 'bubblewrap 0.8.0' },
  noSandbox: undefined,
  memory: { free: 4e9, total: 8e9 },
  limits: [{ name: 'Max processes', soft: '1000' }],
  freeDisk: 5e9,
  temporary: { folder: '/tmp', free: 5e9 },
  locale: 'C.UTF-8',
  developers: undefined,
};
const windows: Machine = {
  ...linux,
  platform: 'win32',
  wine: undefined,
  wineServer: undefined,
  bubblewrap: undefined,
  limits: [],
};

const findingOf = (machine: Machine, id: string): Finding | undefined =>
  diagnose(machine).find((each) => each.id === id);

const full = { folder: '/tmp', free: 64_000 };

describe('diagnose', () => {
  it('finds a machine fit that has everything, or makes it at the first use', () => {
    for (const machine of [linux, windows, { ...linux, hasWinePrefix: false, hasWindowsNode: false }]) {
      expect(isFit(diagnose(machine))).to.equal(true);
    }
    expect(diagnose(linux).every(({ presence }) => presence === 'ok')).to.equal(true);
  });

  const flaws: [what: string, change: Partial<Machine>, id: string, presence: Presence, base?: Machine][] = [
    ['an old Node', { nodeServes: false }, 'Node', 'missing'],
    ['no Wine', { wine: undefined }, 'Wine', 'missing'],
    ['a Wine without its server', { wineServer: undefined }, 'Wine', 'missing'],
    ['no bridge', { bridge: undefined }, 'bridge', 'missing'],
    ['no runtime', { runtime: undefined }, '.NET runtime', 'missing'],
    ['no MAPI', { provider: undefined }, 'MAPI provider', 'missing'],
    ['no entry', { entry: undefined }, 'child’s entry', 'missing'],
    ['a cache that is not written to', { cacheIsWritable: false }, 'cache folder', 'missing'],
    ['a full disk before the first use', { freeDisk: 1e8, hasWindowsNode: false }, 'cache folder', 'missing'],
    ['no room for temporary files', { temporary: full }, 'temporary files', 'note'],
    ['none, and no sandbox', { temporary: full, bubblewrap: undefined }, 'temporary files', 'missing'],
    ['none on Windows', { temporary: full }, 'temporary files', 'missing', windows],
    ['no bubblewrap', { bubblewrap: undefined }, 'bubblewrap', 'note'],
    ['a bubblewrap that may not', { noSandbox: 'No permissions' }, 'bubblewrap', 'note'],
    ['little memory', { memory: { free: 1, total: 1e9 } }, 'memory', 'note'],
    ['no Chromium', { developers: { Chromium: undefined } }, 'Chromium', 'note'],
    ['no Visual C++ runtime', { missingRuntime: ['vcruntime140_1.dll'] }, 'Visual C++ runtime', 'missing', windows],
  ];
  for (const [what, change, id, presence, base = linux] of flaws) {
    it(`${what}: ${presence}, and says what to do`, () => {
      const machine = { ...base, ...change };
      const finding = findingOf(machine, id);
      expect(finding?.presence).to.equal(presence);
      expect(finding).to.have.property('remedy');
      expect(isFit(diagnose(machine))).to.equal(presence !== 'missing');
    });
  }

  it('knows which packages of Debian bring what is not there', () => {
    const bare = diagnose({ ...linux, wine: undefined, bubblewrap: undefined });
    expect(bare.flatMap(({ debian }) => debian ?? [])).to.deep.equal(['wine64', 'bubblewrap']);
  });

  it('asks nothing of Wine and bubblewrap on Windows', () => {
    expect(findingOf(windows, 'Wine')).to.equal(undefined);
    expect(findingOf(windows, 'bubblewrap')).to.include({ presence: 'note' });
  });
});
