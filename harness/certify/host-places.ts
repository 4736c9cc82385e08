/** Where the things lie that the set-up has made, and a clear word when it has not. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { UsageError } from '../plan/usage-error.js';
import type { HostPlaces } from '../probe/launch.js';
import { packageRoot, placesOf } from '../setup/places.mjs';

/** Wine's loader itself: the `wine` wrapper of some systems prints advice of its own. */
const wineLoaders = ['/usr/lib/wine/wine64', '/usr/bin/wine64', '/opt/wine-stable/bin/wine64'];

export const root = packageRoot(import.meta.url);
const places = placesOf(root);

export const fixturesFolder = places.fixtures;

function wineLoader(): string {
  const wine = wineLoaders.find((path) => existsSync(path));
  if (wine === undefined) throw new UsageError('Wine is not installed.', setUpAdvice);
  return wine;
}

const setUpAdvice = `Run npm start in ${root}: it installs and builds what is missing.`;

/** @throws UsageError naming the first thing that is missing. */
export function hostPlaces(): HostPlaces {
  const onWindows = process.platform === 'win32';
  const host: HostPlaces = {
    windowsNode: places.windowsNode,
    wine: onWindows ? null : wineLoader(),
    winePrefix: places.winePrefix,
    bridge: places.bridge,
    entry: join(places.dist, 'harness', 'host', 'entry.js'),
    provider: join(places.fixtures, 'mapi32', 'mapi32.dll'),
  };
  const needed: Record<string, string> = {
    'the Windows Node': host.windowsNode,
    'the bridge': places.bridgeAssembly,
    'the MAPI provider': host.provider,
    ...(onWindows ? {} : { 'the Wine prefix': host.winePrefix }),
  };
  for (const [what, path] of Object.entries(needed)) {
    if (!existsSync(path)) throw new UsageError(`${what} is missing (${path}).`, setUpAdvice);
  }
  return host;
}
