/** What the doctor looks at: programs and files that are there, and what the system lets a run take. */
import { accessSync, constants, existsSync, readFileSync, statSync } from 'node:fs';
import { freemem, tmpdir, totalmem } from 'node:os';
import { dirname, join } from 'node:path';

import type { HostPlaces } from '../probe/launch.js';
import { whyNoSandbox } from '../probe/sandbox-trial.js';
import { findDotnet } from '../setup/dotnet.mjs';
import type { Host, Places } from '../setup/places.mjs';
import { capture, findProgram } from '../setup/program.mjs';
import { stampSays } from '../setup/stamp.mjs';
import { nodeVersion } from '../setup/steps/node-version.mjs';
import { findWine, findWineServer, prefixStamp, wineIdentity } from '../setup/wine.mjs';
import { freeIn } from './room.js';

/** A program that is asked for its version answers at once; one that is broken may never do. */
const deadlineMs = 20_000;

export interface Program {
  readonly path: string;
  /** What it says of itself; empty when it does not. */
  readonly version: string;
}

export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly arch: string;
  readonly node: string;
  readonly nodeServes: boolean;
  readonly wine: Program | undefined;
  readonly wineServer: string | undefined;
  /** DLLs of Visual C++ that edge-js needs and Windows lacks; none elsewhere. */
  readonly missingRuntime: readonly string[];
  readonly bridge: string | undefined;
  readonly runtime: string | undefined;
  readonly provider: string | undefined;
  readonly entry: string | undefined;
  readonly cache: string;
  readonly cacheIsWritable: boolean;
  readonly windowsNode: string;
  readonly hasWindowsNode: boolean;
  readonly winePrefix: string;
  readonly hasWinePrefix: boolean;
  readonly bubblewrap: Program | undefined;
  /** Why there can be no sandbox; undefined: there can, or it was not tried. */
  readonly noSandbox: string | undefined;
  readonly memory: { readonly free: number; readonly total: number };
  readonly limits: readonly { readonly name: string; readonly soft: string }[];
  readonly freeDisk: number | undefined;
  readonly temporary: { readonly folder: string; readonly free: number | undefined };
  readonly locale: string;
  /** For those who work on olkconform itself; undefined in an installed package. */
  readonly developers: Readonly<Record<string, string | undefined>> | undefined;
}

async function programAt(path: string | undefined, cwd: string): Promise<Program | undefined> {
  if (path === undefined) return undefined;
  try {
    const { status, output } = await capture(path, ['--version'], { cwd, timeout: deadlineMs });
    return { path, version: status === 0 ? (output.trim().split(/\r?\n/).at(-1) ?? '') : '' };
  } catch {
    return { path, version: '' };
  }
}

const present = (path: string): string | undefined => (existsSync(path) ? path : undefined);

/** The nearest folder that is there: the cache itself is made at the first use. */
function nearest(folder: string): string {
  return existsSync(folder) || dirname(folder) === folder ? folder : nearest(dirname(folder));
}

function isWritable(folder: string): boolean {
  try {
    const there = nearest(folder);
    accessSync(there, constants.W_OK);
    return statSync(there).isDirectory();
  } catch {
    return false;
  }
}

function runtimeVersion(bridge: string): string | undefined {
  try {
    const dependencies = readFileSync(join(bridge, 'OlkBridge.deps.json'), 'utf8');
    return /runtimepack\.Microsoft\.NETCore\.App\.Runtime\.win-x64\/([\d.]+)/.exec(dependencies)?.[1];
  } catch {
    return undefined;
  }
}

/** `ulimit`, as the kernel tells it of this process. */
function systemLimits(): Machine['limits'] {
  const names = ['Max processes', 'Max address space', 'Max open files'];
  try {
    const lines = readFileSync('/proc/self/limits', 'utf8').split('\n');
    return names.flatMap((name) => {
      const soft = lines
        .find((line) => line.startsWith(name))
        ?.slice(name.length)
        .trim()
        .split(/\s+/)[0];
      return soft === undefined ? [] : [{ name, soft }];
    });
  } catch {
    return [];
  }
}

function missingVisualRuntime({ platform, env }: Host): string[] {
  if (platform !== 'win32') return [];
  const system = join(env['SystemRoot'] ?? 'C:\\Windows', 'System32');
  return ['msvcp140.dll', 'vcruntime140.dll', 'vcruntime140_1.dll'].filter((name) => !existsSync(join(system, name)));
}

/** Tried around any file that is there: the provider will do. */
async function sandboxProblem(places: HostPlaces, bubblewrap: string | undefined): Promise<string | undefined> {
  return bubblewrap === undefined ? undefined : whyNoSandbox({ bubblewrap, dll: places.provider, places });
}

export async function lookAt(places: Places, host: Host): Promise<Machine> {
  const { platform, env } = host;
  const [wine, wineServer] = platform === 'win32' ? [] : [findWine(host), findWineServer(host)];
  const bwrap = platform === 'linux' ? findProgram('bwrap', host) : undefined;
  const provider = present(join(places.fixtures, 'mapi32', 'mapi32.dll'));
  const hasWinePrefix = stampSays(prefixStamp(places.winePrefix), wineIdentity(host));
  const canTry = wine !== undefined && wineServer !== undefined && provider !== undefined && hasWinePrefix;
  const hostPlaces: HostPlaces | undefined = canTry ? { ...places, wine, wineServer, provider } : undefined;
  const isCheckout = existsSync(join(places.root, 'tsconfig.json'));
  const chromium = ['chromium', 'chromium-browser', 'google-chrome'].map((name) => findProgram(name, host));
  return {
    platform,
    arch: host.arch,
    node: process.versions.node,
    nodeServes: nodeVersion(host).isDone(),
    wine: await programAt(wine, places.root),
    wineServer,
    missingRuntime: missingVisualRuntime(host),
    bridge: present(places.bridgeAssembly),
    runtime: runtimeVersion(places.bridge),
    provider,
    entry: present(places.entry),
    cache: places.cache,
    cacheIsWritable: isWritable(places.cache),
    windowsNode: places.windowsNode,
    hasWindowsNode: existsSync(places.windowsNode),
    winePrefix: places.winePrefix,
    hasWinePrefix,
    bubblewrap: await programAt(bwrap, places.root),
    noSandbox: hostPlaces === undefined ? undefined : await sandboxProblem(hostPlaces, bwrap),
    memory: { free: freemem(), total: totalmem() },
    limits: systemLimits(),
    freeDisk: freeIn(nearest(places.cache)),
    temporary: { folder: tmpdir(), free: freeIn(tmpdir()) },
    locale: [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find(Boolean) ?? '',
    developers: isCheckout
      ? {
          '.NET SDK': findDotnet(host),
          'mingw-w64': findProgram('x86_64-w64-mingw32-g++', host),
          make: findProgram('make', host),
          Chromium: chromium.find(Boolean),
          'clang-format': findProgram('clang-format', host),
        }
      : undefined,
  };
}
