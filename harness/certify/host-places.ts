/** Where the things lie that the set-up has made, and a clear word when it has not. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import { say, type Filled } from '../language/message.js';
import { UsageError } from '../plan/usage-error.js';
import type { HostPlaces } from '../probe/launch.js';
import { packageRoot, placesOf, thisHost } from '../setup/places.mjs';
import { findWine, findWineServer } from '../setup/wine.mjs';

export const root = packageRoot(import.meta.url);
const places = placesOf(root);

export const fixturesFolder = places.fixtures;

function winePrograms(): Pick<HostPlaces, 'wine' | 'wineServer'> {
  if (process.platform === 'win32') return { wine: null, wineServer: null };
  const [wine, wineServer] = [findWine(thisHost()), findWineServer(thisHost())];
  if (wine === undefined || wineServer === undefined) throw new UsageError('Wine is not installed.', setUpAdvice);
  return { wine, wineServer };
}

const setUpAdvice = say('Run npm start in {root}: it installs and builds what is missing.', { root });

/** Where npm has put edge-js: beside what else is in the package, or beside the package itself. */
function edgeFolder(): string {
  const { resolve } = createRequire(join(root, 'package.json'));
  try {
    return dirname(resolve('edge-js/package.json'));
  } catch {
    throw new UsageError('the npm package edge-js is missing.', setUpAdvice);
  }
}

/** Where the child's loader finds the DLLs of the system, and those that the harness has loaded before. */
export function systemFolders({ wine, winePrefix, provider }: HostPlaces): string[] {
  const path = process.env['PATH']?.split(';') ?? [];
  const windows = wine === null ? (process.env['SystemRoot'] ?? 'C:\\Windows') : join(winePrefix, 'drive_c', 'windows');
  return [dirname(provider), join(windows, 'system32'), ...(wine === null ? path : [])];
}

/** @throws UsageError naming the first thing that is missing. */
export function hostPlaces(): HostPlaces {
  const host: HostPlaces = {
    windowsNode: places.windowsNode,
    ...winePrograms(),
    winePrefix: places.winePrefix,
    bridge: places.bridge,
    entry: join(places.dist, 'harness', 'host', 'entry.js'),
    provider: join(places.fixtures, 'mapi32', 'mapi32.dll'),
    alsoRead: [join(root, 'package.json'), edgeFolder()],
  };
  const needed: [what: Filled, path: string][] = [
    [say('the Windows Node'), host.windowsNode],
    [say('the bridge'), places.bridgeAssembly],
    [say('the MAPI provider'), host.provider],
    ...(host.wine === null ? [] : [[say('the Wine prefix'), host.winePrefix] satisfies [Filled, string]]),
  ];
  for (const [what, path] of needed) {
    if (!existsSync(path)) throw new UsageError(say('{what} is missing ({path}).', { what, path }), setUpAdvice);
  }
  return host;
}
