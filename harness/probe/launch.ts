/** How the child is started: which program, with which arguments and environment. Pure; argument arrays only. */
import { resolve } from 'node:path';

/** Where everything lies that a child needs. Host paths of this system. */
export interface HostPlaces {
  /** The Windows Node (node.exe) that holds the DLL. */
  readonly windowsNode: string;
  /** Wine's program; null on Windows. */
  readonly wine: string | null;
  readonly winePrefix: string;
  /** The published bridge. */
  readonly bridge: string;
  /** The compiled host entry. */
  readonly entry: string;
  /** The instrumented mapi32.dll. */
  readonly provider: string;
}

export interface Launch {
  readonly program: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** A path of this system as the child must hear it: under Wine the root is drive Z. */
export function windowsPath(path: string, platform: NodeJS.Platform): string {
  const absolute = resolve(path);
  return platform === 'win32' ? absolute : `Z:${absolute.replaceAll('/', '\\')}`;
}

/** `inherited` is the environment that the child starts from. */
export function launchOf(
  places: HostPlaces,
  platform: NodeJS.Platform,
  inherited: Readonly<Record<string, string | undefined>>,
): Launch {
  const env = definedOnly({
    ...inherited,
    EDGE_USE_CORECLR: '1',
    EDGE_APP_ROOT: windowsPath(places.bridge, platform),
    // A crash dump or a telemetry socket of the runtime has no place in a judgement.
    DOTNET_DbgEnableMiniDump: '0',
    DOTNET_EnableDiagnostics: '0',
  });
  const entry = windowsPath(places.entry, platform);
  const node = places.windowsNode;
  if (places.wine === null) return { program: node, args: [entry], env };
  return {
    program: places.wine,
    args: [node, entry],
    env: {
      ...env,
      WINEPREFIX: places.winePrefix,
      WINEDEBUG: '-all',
      // mapi32: our provider, loaded by its full path, must win over Wine's own.
      WINEDLLOVERRIDES: 'winedbg.exe=d;mshtml=;mapi32=n,b',
    },
  };
}

function definedOnly(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
  );
}
