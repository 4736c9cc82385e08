import { expect } from 'chai';

import { launchOf, windowsPath, type HostPlaces } from '../../harness/probe/launch.js';

const places: HostPlaces = {
  windowsNode: '/cache/node/node.exe',
  wine: '/usr/lib/wine/wine64',
  wineServer: '/usr/lib/wine/wineserver64',
  winePrefix: '/cache/prefix',
  bridge: '/project/build/bridge',
  entry: '/project/dist/entry.js',
  provider: '/project/mapi32.dll',
  edge: '/project/dist/edge_coreclr.node',
};

describe('launchOf', () => {
  it('gives a Linux child Windows paths, the prefix of our own, and our mapi32 before Wine’s', () => {
    const { program, args, env } = launchOf(places, 'linux', { HOME: '/home/me', WINEPREFIX: '/home/me/.wine' });
    expect(program).to.equal('/usr/lib/wine/wine64');
    expect(args).to.deep.equal(['/cache/node/node.exe', 'Z:\\project\\dist\\entry.js']);
    expect(env['WINEPREFIX']).to.equal('/cache/prefix');
    expect(env['WINEDLLOVERRIDES']).to.equal('winedbg.exe=d;mshtml=;mapi32=n,b');
    expect(env['EDGE_APP_ROOT']).to.equal('Z:\\project\\build\\bridge');
  });

  it('starts Node itself where there is no Wine', () => {
    const { server, program, env } = launchOf({ ...places, wine: null, wineServer: null }, 'linux', {});
    expect(server).to.equal(null);
    expect(program).to.equal('/cache/node/node.exe');
    expect(env).not.to.have.property('WINEPREFIX');
  });
});

describe('windowsPath', () => {
  it('keeps spaces and quotes as they are: no shell sees them', () => {
    expect(windowsPath('/tmp/a "b" c/d.dll', 'linux')).to.equal('Z:\\tmp\\a "b" c\\d.dll');
  });
});
