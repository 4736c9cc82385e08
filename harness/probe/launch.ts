/** How the child is started: which program, with which arguments and environment. Pure; argument arrays only. */
import { resolve } from 'node:path';

import { wineEnvironment } from '../setup/wine.mjs';

/** Where everything lies that a child needs. Host paths of this system. */
export interface HostPlaces {
  /** The Windows Node (node.exe) that holds the DLL. */
  readonly windowsNode: string;
  /** Wine's program; null on Windows. */
  readonly wine: string | null;
  /** The server that Wine's processes share; null on Windows. */
  readonly wineServer: string | null;
  readonly winePrefix: string;
  /** The published bridge. */
  readonly bridge: string;
  /** The compiled host entry. */
  readonly entry: string;
  /** The instrumented mapi32.dll. */
  readonly provider: string;
  /** edge-js's native part, in the same folder. */
  readonly edge: string;
}

export interface Launch {
  /** What the child needs to be running, and finds running when another child was there a moment ago. */
  readonly server: { readonly program: string; readonly args: readonly string[] } | null;
  readonly program: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** In a sandbox: files that it copies, from descriptor 4 on, while 3 is where it tells of itself; otherwise undefined. */
  readonly copied?: readonly string[];
}

/** A path of this system as the child must hear it: under Wine the root is drive Z. */
export function windowsPath(path: string, platform: NodeJS.Platform): string {
  const absolute = resolve(path);
  return platform === 'win32' ? absolute : `Z:${absolute.replaceAll('/', '\\')}`;
}

/**
 * How long Wine's server and services outlive the last child. Left to itself Wine ends them at once, and a child that
 * comes while they go waits for up to 2.5 s (measured); one that finds them is up in a fifth of that. They take 2 s more
 * to go, and are gone in 4 s when the run has ended, or was killed (measured; with 15 it was 17 s).
 */
const lingerSeconds = 2;

/** `inherited` is the environment that the child starts from. */
export function launchOf(
  places: HostPlaces,
  platform: NodeJS.Platform,
  inherited: Readonly<Record<string, string | undefined>>,
): Launch {
  const env = definedOnly({
    ...inherited,
    EDGE_USE_CORECLR: '1',
    EDGE_NATIVE: windowsPath(places.edge, platform),
    EDGE_APP_ROOT: windowsPath(places.bridge, platform),
    // A crash dump or a telemetry socket of the runtime has no place in a judgement.
    DOTNET_DbgEnableMiniDump: '0',
    DOTNET_EnableDiagnostics: '0',
  });
  const entry = windowsPath(places.entry, platform);
  const node = places.windowsNode;
  if (places.wine === null || places.wineServer === null) return { server: null, program: node, args: [entry], env };
  const wine = wineEnvironment(places.winePrefix);
  return {
    server: { program: places.wineServer, args: [`-p${String(lingerSeconds)}`] },
    program: places.wine,
    args: [node, entry],
    env: {
      ...env,
      ...wine,
      // mapi32: our provider, loaded by its full path, must win over Wine's own.
      WINEDLLOVERRIDES: `${wine.WINEDLLOVERRIDES};mapi32=n,b`,
    },
  };
}

function definedOnly(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
  );
}
