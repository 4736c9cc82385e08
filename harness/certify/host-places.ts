/** Where the things lie that a child needs, and a clear word when they do not. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { say, type Filled, type Message } from '../language/message.js';
import { UsageError } from '../plan/usage-error.js';
import type { HostPlaces } from '../probe/launch.js';
import { unpackOnce } from '../setup/archive.mjs';
import { packageRoot, placesOf, thisHost } from '../setup/places.mjs';
import { stampSays } from '../setup/stamp.mjs';
import { findWine, findWineServer, prefixStamp, wineIdentity } from '../setup/wine.mjs';
import { requireTemporaryFolder } from './room.js';

export const root = packageRoot(import.meta.url);
const places = placesOf(root);

export const fixturesFolder = places.fixtures;

let unpackedExamples: string | undefined;

/** Where the built-in helpers are. An installed package has them in one archive, because few runs need them. */
export function examplesFolder(): string {
  const archive = join(places.packed, 'examples.br');
  if (existsSync(join(places.fixtures, 'examples.json')) || !existsSync(archive)) return places.fixtures;
  if (unpackedExamples !== undefined) return unpackedExamples;
  const name = createHash('sha256').update(readFileSync(archive)).digest('hex').slice(0, 12);
  const folder = join(places.cache, `examples-${name}`);
  unpackOnce(archive, folder);
  unpackedExamples = folder;
  return folder;
}

function winePrograms(): Pick<HostPlaces, 'wine' | 'wineServer'> {
  if (process.platform === 'win32') return { wine: null, wineServer: null };
  const [wine, wineServer] = [findWine(thisHost()), findWineServer(thisHost())];
  if (wine === undefined || wineServer === undefined)
    throw new UsageError('Wine is not installed.', 'olkconform doctor --fix installs it on Debian.');
  return { wine, wineServer };
}

/** Where the child's loader finds the DLLs of the system, and those that the harness has loaded before. */
export function systemFolders({ wine, winePrefix, provider }: HostPlaces): string[] {
  const path = process.env['PATH']?.split(';') ?? [];
  const windows = wine === null ? (process.env['SystemRoot'] ?? 'C:\\Windows') : join(winePrefix, 'drive_c', 'windows');
  return [dirname(provider), join(windows, 'system32'), ...(wine === null ? path : [])];
}

/** Quick, because each run asks: two files are looked at. */
function isReady(): boolean {
  const hasPrefix = process.platform === 'win32' || stampSays(prefixStamp(places.winePrefix), wineIdentity(thisHost()));
  return hasPrefix && existsSync(places.windowsNode);
}

/**
 * What is made at the first use is made now; `tell` is told of it.
 * @throws UsageError naming the first thing that is missing.
 */
export async function hostPlaces(tell: (what: Message) => void = () => undefined): Promise<HostPlaces> {
  requireTemporaryFolder(tmpdir());
  const host: HostPlaces = {
    windowsNode: places.windowsNode,
    ...winePrograms(),
    winePrefix: places.winePrefix,
    bridge: places.bridge,
    entry: places.entry,
    edge: places.edge,
    provider: join(places.fixtures, 'mapi32', 'mapi32.dll'),
  };
  const needed: [what: Filled, path: string][] = [
    [say('the bridge'), places.bridgeAssembly],
    [say('the child’s entry'), host.entry],
    [say('the MAPI provider'), host.provider],
  ];
  for (const [what, path] of needed) {
    if (!existsSync(path))
      throw new UsageError(
        say('{what} is missing ({path}).', { what, path }),
        say('Run npm start in {root}: it installs and builds what is missing.', { root }),
      );
  }
  if (!isReady()) {
    const { makeReady } = await import('./first-use.js');
    await makeReady(places, thisHost(), tell);
  }
  return host;
}
