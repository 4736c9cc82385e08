/** What of all that a run needs is there on this machine, and how to get the rest. Pure: from facts to findings. */
import { joined, say, type Message, type Value } from '../language/message.js';
import { defaultLimits } from '../probe/limits.js';
import { windowsNode } from '../setup/places.mjs';
import type { Machine, Program } from './machine.js';
import { megabytes, neededRoom } from './room.js';

/** `later`: the first use makes it; `note`: a run can do without it. */
export type Presence = 'ok' | 'later' | 'note' | 'missing';

export interface Finding {
  /** The same in every language. */
  readonly id: string;
  readonly presence: Presence;
  /** Versions, places and numbers. */
  readonly found: Value;
  readonly remedy?: Message;
  /** A package of Debian's that brings it. */
  readonly debian?: string;
}

/** The Wine prefix is the largest: 700 MB. */
const neededDisk = 1_000_000_000;

const told = ({ version, path }: Program): string => `${version === '' ? '?' : version}, ${path}`;

const rebuild: Message = 'Install the package again; in a checkout run npm start.';

function part(id: string, place: string | undefined, version = ''): Finding {
  if (place === undefined) return { id, presence: 'missing', found: '', remedy: rebuild };
  return { id, presence: 'ok', found: version === '' ? place : `${version}, ${place}` };
}

function nodeFinding({ platform, arch, node, nodeServes }: Machine): Finding {
  const found = `${node}, ${platform}-${arch}`;
  if (nodeServes) return { id: 'Node', presence: 'ok', found };
  return {
    id: 'Node',
    presence: 'missing',
    found,
    remedy: 'Node 20.19 or newer, on Windows or on Linux x64: https://nodejs.org/en/download',
  };
}

function wineFindings(machine: Machine): Finding[] {
  const { platform, wine, wineServer, winePrefix, hasWinePrefix } = machine;
  if (platform === 'win32') return [];
  const isWhole = wine !== undefined && wineServer !== undefined;
  const debian = 'wine64';
  return [
    isWhole
      ? { id: 'Wine', presence: 'ok', found: told(wine) }
      : {
          id: 'Wine',
          presence: 'missing',
          found: wine?.path ?? '',
          remedy: 'Debian’s package wine64, or https://www.winehq.org',
          debian,
        },
    { id: 'Wine prefix', presence: hasWinePrefix ? 'ok' : 'later', found: winePrefix },
  ];
}

function visualRuntime({ platform, missingRuntime }: Machine): Finding[] {
  const id = 'Visual C++ runtime';
  if (platform !== 'win32') return [];
  if (missingRuntime.length === 0) return [{ id, presence: 'ok', found: '' }];
  const remedy = say('Run: {command}', { command: 'winget install Microsoft.VCRedist.2015+.x64' });
  return [{ id, presence: 'missing', found: missingRuntime.join(', '), remedy }];
}

function sandboxFinding({ platform, bubblewrap, noSandbox, hasWinePrefix }: Machine): Finding {
  const id = 'bubblewrap';
  if (platform !== 'linux') return { id, presence: 'note', found: say('bubblewrap is for Linux alone') };
  if (bubblewrap === undefined) {
    const remedy = 'Without it nothing holds a helper, and --certify wants that; Debian’s package bubblewrap.';
    return { id, presence: 'note', found: '', remedy, debian: 'bubblewrap' };
  }
  if (noSandbox !== undefined) {
    const found = joined([told(bubblewrap), noSandbox], ': ');
    return { id, presence: 'note', found, remedy: 'It needs user namespaces; a container may have to allow them.' };
  }
  // It is tried with all that a child needs, which may not be there yet.
  return { id, presence: hasWinePrefix ? 'ok' : 'later', found: told(bubblewrap) };
}

/** A sandbox has room of its own; where there is none the run is refused. */
function temporaryFinding({ platform, bubblewrap, noSandbox, temporary: { folder, free } }: Machine): Finding {
  const isFull = free !== undefined && free < neededRoom;
  const isContained = platform === 'linux' && bubblewrap !== undefined && noSandbox === undefined;
  return {
    id: 'temporary files',
    presence: !isFull ? 'ok' : isContained ? 'note' : 'missing',
    found: say('{folder}, {free} free', { folder, free: free === undefined ? '?' : megabytes(free) }),
    ...(isFull ? { remedy: 'Make room there, or name another folder: TMPDIR, on Windows TEMP.' } : {}),
  };
}

function roomFindings({ memory, limits, freeDisk, cache, cacheIsWritable, hasWindowsNode }: Machine): Finding[] {
  const wantedMemory = defaultLimits.megabytes * 1_000_000;
  const isTight = memory.total < wantedMemory;
  const isFull = freeDisk !== undefined && freeDisk < neededDisk && !hasWindowsNode;
  const elsewhere = 'Name a folder with 1 GB that can be written to: OLKCONFORM_CACHE.';
  return [
    {
      id: 'cache folder',
      presence: cacheIsWritable && !isFull ? 'ok' : 'missing',
      found: say('{folder}, {free} free', { folder: cache, free: freeDisk === undefined ? '?' : megabytes(freeDisk) }),
      ...(cacheIsWritable && !isFull ? {} : { remedy: elsewhere }),
    },
    {
      id: 'memory',
      presence: isTight ? 'note' : 'ok',
      found: say('{free} free', { free: `${megabytes(memory.free)} / ${megabytes(memory.total)}` }),
      ...(isTight ? { remedy: 'A helper may take 2 GB before it is ended: --max-memory lowers that.' } : {}),
    },
    ...limits.map(({ name, soft }): Finding => ({ id: name.toLowerCase(), presence: 'ok', found: soft })),
  ];
}

/** In the order in which one would put things right. */
export function diagnose(machine: Machine): Finding[] {
  const { hasWindowsNode, windowsNode: node, bridge, runtime, provider, entry, locale, developers } = machine;
  return [
    nodeFinding(machine),
    ...wineFindings(machine),
    ...visualRuntime(machine),
    { id: 'Windows Node', presence: hasWindowsNode ? 'ok' : 'later', found: `${windowsNode.version}, ${node}` },
    part('child’s entry', entry),
    part('bridge', bridge),
    part('.NET runtime', runtime),
    part('MAPI provider', provider),
    sandboxFinding(machine),
    ...roomFindings(machine),
    temporaryFinding(machine),
    { id: 'locale', presence: 'ok', found: locale === '' ? '-' : locale },
    ...Object.entries(developers ?? {}).map(([id, path]): Finding => {
      if (path !== undefined) return { id, presence: 'ok', found: path };
      return { id, presence: 'note', found: '', remedy: 'Only for work on olkconform itself.' };
    }),
  ];
}

export function isFit(findings: readonly Finding[]): boolean {
  return findings.every(({ presence }) => presence !== 'missing');
}
