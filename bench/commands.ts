/** The commands that the bench times: runs of the command line, and programs in the stack that a run's child has. */
import { join } from 'node:path';

import { hostPlaces, root } from '../harness/certify/host-places.js';
import { launchOf, windowsPath, type Launch } from '../harness/probe/launch.js';
import { startServer } from '../harness/probe/start-host.js';
import { placesOf } from '../harness/setup/places.mjs';
import { buildAssembly } from './drivers/build.js';
import type { Command } from './timing.js';

/** `olkconform run ARGS`, which has to end with `status`. */
export function runOf(args: readonly string[], status = 0): Command {
  return {
    program: process.execPath,
    args: [placesOf(root).commandLine, 'run', ...args],
    env: process.env,
    status,
  };
}

/** As the child's programs hear a path. */
export const heard = (path: string): string => windowsPath(path, process.platform);

/** A file that was compiled from one of the bench. */
export const compiled = (...names: string[]): string => join(root, 'dist', 'bench', ...names);

/** Where the stack lies that everything here runs in. */
export const host = await hostPlaces();

/** As a run starts its child, with another entry. */
function launchOfEntry(entry: string, bridge = host.bridge): Launch {
  return launchOf({ ...host, entry, bridge }, process.platform, process.env);
}

/** Wine's server, where there is one, is there when a child of a run is started: so it has to be for what is compared. */
export async function serverThere(): Promise<void> {
  await startServer(launchOfEntry(host.entry));
}

/** A script inside Windows Node, with another .NET runtime than the bridge's where one is named. */
export function inWindowsNode(entry: string, args: readonly string[], runtime?: string): Command {
  const launch = launchOfEntry(entry, runtime);
  return { program: launch.program, args: [...launch.args, ...args], env: launch.env, status: 0 };
}

/** A Windows program that needs no Node. */
export function windowsProgram(program: string, args: readonly string[]): Command {
  const { env } = launchOfEntry(host.entry);
  return host.wine === null
    ? { program, args, env, status: 0 }
    : { program: host.wine, args: [program, ...args], env, status: 0 };
}

/** The stack alone: Wine, Windows Node, edge-js, CoreCLR, one empty call. */
export async function bareStart(): Promise<Command> {
  const assembly = await buildAssembly();
  await serverThere();
  return inWindowsNode(compiled('drivers', 'bare', 'main.js'), [heard(assembly)]);
}
