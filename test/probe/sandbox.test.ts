import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect } from 'chai';

import type { HostPlaces, Launch } from '../../harness/probe/launch.js';
import { contain } from '../../harness/probe/sandbox.js';
import { temporaryFolder } from '../setup/temporary-folder.js';

describe('contain', () => {
  const folder = temporaryFolder();

  function contained(dll: string, env: Launch['env'] = {}): Launch {
    mkdirSync(join(folder(), 'prefix', 'drive_c', 'users', 'me', 'Temp'), { recursive: true });
    const place = (name: string): string => join(folder(), 'ours', name, 'file');
    const places: HostPlaces = {
      windowsNode: place('node'),
      wine: '/bin/true',
      wineServer: '/bin/true',
      winePrefix: join(folder(), 'prefix'),
      bridge: place('bridge'),
      entry: place('entry'),
      provider: place('provider'),
      edge: '/project/dist/edge_coreclr.node',
    };
    const launch: Launch = { server: null, program: '/bin/true', args: ['a', 'b'], env };
    return contain(launch, { bubblewrap: '/usr/bin/bwrap', dll, places });
  }

  /** The paths of the machine that the child can see. */
  function shown({ args }: Launch): string[] {
    return args.flatMap((word, at) => (word === '--ro-bind' ? [args[at + 1] ?? ''] : []));
  }

  function dllIn(name: string): string {
    mkdirSync(join(folder(), name), { recursive: true });
    const dll = join(folder(), name, 'helper.dll');
    writeFileSync(dll, '');
    return dll;
  }

  it('shows the folder of the DLL, and nothing beside it', () => {
    const dll = dllIn('vendor');
    expect(shown(contained(dll)))
      .to.include(dirname(dll))
      .and.not.include(folder());
  });

  it('shows both folders of a DLL that is a link', () => {
    const dll = dllIn('vendor');
    mkdirSync(join(folder(), 'links'));
    const link = join(folder(), 'links', 'helper.dll');
    symlinkSync(dll, link);
    expect(shown(contained(link))).to.include.members([dirname(dll), dirname(link)]);
  });

  it('shows only DLLs of a folder that holds the home folder', () => {
    const home = homedir();
    const dll = dllIn('home');
    writeFileSync(join(folder(), 'home', 'other.DLL'), '');
    writeFileSync(join(folder(), 'home', 'secret.txt'), '');
    process.env['HOME'] = dirname(dll);
    try {
      const paths = shown(contained(dll));
      expect(paths).to.include.members([dll, join(dirname(dll), 'other.DLL')]);
      expect(paths).not.to.include.members([dirname(dll)]);
      expect(paths.filter((path) => path.endsWith('secret.txt'))).to.deep.equal([]);
    } finally {
      process.env['HOME'] = home;
    }
  });

  it('passes on what Wine and the CLR are told, and no variable that it does not know', () => {
    const { env } = contained(dllIn('vendor'), { CI_TOKEN: 'secret', LANG: 'de', WINEDEBUG: '-all', HOME: '/home/me' });
    expect(env).to.include({ LANG: 'de', WINEDEBUG: '-all' }).and.not.have.property('CI_TOKEN');
    expect(env['HOME']).to.match(/^\/run\//);
  });

  it('takes away network, processes and privileges, and ends with its parent', () => {
    const { args, program } = contained(dllIn('vendor'));
    expect(program).to.equal('/usr/bin/bwrap');
    expect(args).to.include.members(['--unshare-all', '--unshare-user', '--cap-drop', '--die-with-parent']);
    expect(args.slice(-4)).to.deep.equal(['--', '/bin/true', 'a', 'b']);
  });
});
